package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The upload is not of the type that the attachment was declared to have. */
public final class AttachmentTypeMismatch extends Failure {

    /**
     * Refuses.
     *
     * @param declared the declared type
     */
    public AttachmentTypeMismatch(MimeType declared) {
        super(
                FailureKind.INVALID,
                "ATTACHMENT_TYPE_MISMATCH",
                LocalizedText.of("The upload is not of the declared type {0}.", declared));
    }
}
