package dev.parley.application.attachment;

import dev.parley.domain.attachment.AttachmentPreview.Image;
import dev.parley.domain.shared.Failure;
import java.io.InputStream;
import java.util.Optional;

/** Makes small images of large ones. */
public interface Thumbnails {

    /**
     * Makes a small image, using a bounded amount of memory and processors whatever the image claims to be. Nothing is decoded
     * on the calling thread, which may be virtual.
     *
     * @param image an image, which need not be one
     * @return the small image; empty if it cannot be read, or is too large to be
     * @throws Failure SERVICE_UNAVAILABLE if it cannot be done now
     * @throws dev.parley.application.shared.SystemFailure if the image cannot be kept on disk meanwhile
     */
    Optional<Image> of(InputStream image);
}
