package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.InvalidRequest;
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
     * @throws Failure ATTACHMENT_TOO_LARGE if it is more than allowed
     */
    public void checkSize(long size) {
        if (size < 1) {
            throw new InvalidRequest("size", AttachmentError.MUST_HAVE_A_BYTE);
        }
        if (size > fileBytes) {
            throw new Failure(AttachmentError.ATTACHMENT_TOO_LARGE, fileBytes);
        }
    }

    /**
     * Takes what a message is to have.
     *
     * @throws Failure TOO_MANY_ATTACHMENTS if they are more than allowed
     * @throws InvalidRequest if one is named twice
     */
    public void checkMessage(List<AttachmentId> attachments) {
        if (attachments.size() > perMessage) {
            throw new Failure(AttachmentError.TOO_MANY_ATTACHMENTS, perMessage);
        }
        if (new HashSet<>(attachments).size() < attachments.size()) {
            throw new InvalidRequest("attachments", AttachmentError.NAMES_AN_ATTACHMENT_TWICE);
        }
    }
}
