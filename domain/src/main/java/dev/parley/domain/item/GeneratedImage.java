package dev.parley.domain.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An image that the assistant makes.
 *
 * @param image null until there is something to see
 */
public record GeneratedImage(
        ItemId id, long sequence, @Nullable Image image, Instant createdAt) implements Item {

    @Override
    public GeneratedImage at(long place) {
        return new GeneratedImage(id, place, image, createdAt);
    }

    /** Where an image is. */
    public record Image(String id, String url) {}
}
