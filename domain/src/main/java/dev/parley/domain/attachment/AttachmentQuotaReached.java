package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The owner's attachments together would be longer than allowed. */
public final class AttachmentQuotaReached extends Failure {

    /**
     * Refuses.
     *
     * @param limit the most bytes allowed
     */
    public AttachmentQuotaReached(long limit) {
        super(
                FailureKind.LIMIT,
                "ATTACHMENT_QUOTA",
                LocalizedText.of(
                        "Your attachments may have at most {0} bytes together. Delete attachments, or sessions that have some, to make room.",
                        limit));
    }
}
