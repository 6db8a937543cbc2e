package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The upload has more or fewer bytes than the attachment was declared to have. */
public final class AttachmentSizeMismatch extends Failure {

    /**
     * Refuses.
     *
     * @param declared the declared length in bytes
     */
    public AttachmentSizeMismatch(long declared) {
        super(
                FailureKind.INVALID,
                "ATTACHMENT_SIZE_MISMATCH",
                LocalizedText.of("The upload must have exactly the declared {0} bytes.", declared));
    }
}
