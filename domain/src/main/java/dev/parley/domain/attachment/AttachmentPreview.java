package dev.parley.domain.attachment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of the making of an attachment's preview, which is the same each time, since an uploaded content never changes.
 *
 * @param image null if there is none to be made
 */
public record AttachmentPreview(@Nullable Image image) {

    /** The preview that is an image, or that there is none. */
    public static AttachmentPreview of(Optional<Image> image) {
        return new AttachmentPreview(image.orElse(null));
    }

    /**
     * A small image.
     *
     * @param mimeType {@code image/png} or {@code image/jpeg}
     * @param bytes not to be changed; at most 2 MiB
     */
    @SuppressWarnings("ArrayRecordComponent") // is never compared
    public record Image(String mimeType, byte[] bytes) {}
}
