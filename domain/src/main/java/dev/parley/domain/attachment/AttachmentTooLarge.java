package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The attachment is longer than allowed. */
public final class AttachmentTooLarge extends Failure {

    /**
     * Refuses.
     *
     * @param limit the most bytes allowed
     */
    public AttachmentTooLarge(long limit) {
        super(
                FailureKind.INVALID,
                "ATTACHMENT_TOO_LARGE",
                LocalizedText.of("An attachment may have at most {0} bytes.", limit));
    }
}
