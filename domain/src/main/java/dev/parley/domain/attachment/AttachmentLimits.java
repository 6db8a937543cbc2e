package dev.parley.domain.attachment;

import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.LocalizedText;
import java.util.HashSet;
import java.util.List;

/**
 * How much a user may attach.
 *
 * @param fileBytes the longest attachment, in bytes
 * @param perMessage attachments of a message
 * @param userBytes bytes of all attachments that a user has at a time
 */
public record AttachmentLimits(long fileBytes, int perMessage, long userBytes) {

    /**
     * Takes a declared length.
     *
     * @throws InvalidRequest if it is less than one byte
     * @throws AttachmentTooLarge if it is more than allowed
     */
    public void checkSize(long size) {
        if (size < 1) {
            throw new InvalidRequest("size", LocalizedText.of("must be at least 1 byte"));
        }
        if (size > fileBytes) {
            throw new AttachmentTooLarge(fileBytes);
        }
    }

    /**
     * Takes what a message is to have.
     *
     * @throws TooManyAttachments if they are more than allowed
     * @throws InvalidRequest if one is named twice
     */
    public void checkMessage(List<AttachmentId> attachments) {
        if (attachments.size() > perMessage) {
            throw new TooManyAttachments(perMessage);
        }
        if (new HashSet<>(attachments).size() < attachments.size()) {
            throw new InvalidRequest("attachments", LocalizedText.of("must not name an attachment twice"));
        }
    }
}
