package dev.parley.application.assistant;

import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.ItemId;
import org.jspecify.annotations.Nullable;

/** An image that is being made; see {@link Reply} for what its methods throw. */
public interface OpenImage {

    /** The item's id. */
    ItemId id();

    /**
     * Shows the image as it is now.
     *
     * @param progress from 0 to 1; null where that is not known
     * @return this
     */
    OpenImage show(GeneratedImage.Image image, @Nullable Double progress);

    /** Commits the image as it is; one that was never shown is taken back. Done a second time, it does nothing. */
    void done();
}
