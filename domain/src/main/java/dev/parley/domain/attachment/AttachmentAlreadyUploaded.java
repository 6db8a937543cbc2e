package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;

/** An attachment is uploaded once. */
public final class AttachmentAlreadyUploaded extends Failure {

    /** Refuses. */
    public AttachmentAlreadyUploaded() {
        super(
                FailureKind.CONFLICT,
                "ATTACHMENT_ALREADY_UPLOADED",
                "This attachment is uploaded already. Create a new one for other content.");
    }
}
