package dev.parley.web.item;

import org.jspecify.annotations.Nullable;

/** Where clients see previews of images that users attached. */
@FunctionalInterface
public interface Previews {

    /** There are none: an image is shown as any other file. */
    Previews NONE = attachment -> null;

    /**
     * The URL of a preview.
     *
     * @param attachment the attachment's id
     * @return null where there is none
     */
    @Nullable String url(String attachment);
}
