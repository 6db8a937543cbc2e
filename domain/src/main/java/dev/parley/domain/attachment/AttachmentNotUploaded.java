package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.Words;

/** The attachment has no content yet. */
public final class AttachmentNotUploaded extends Failure {

    /** Refuses. */
    public AttachmentNotUploaded() {
        super(FailureKind.CONFLICT, "ATTACHMENT_NOT_UPLOADED", Words.of("This attachment is not uploaded yet."));
    }
}
