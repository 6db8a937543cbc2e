package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;

/** The attachment has no content yet. */
public final class AttachmentNotUploaded extends Failure {

    /** Refuses. */
    public AttachmentNotUploaded() {
        super(FailureKind.CONFLICT, "ATTACHMENT_NOT_UPLOADED", "This attachment is not uploaded yet.");
    }
}
