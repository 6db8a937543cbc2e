package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The attachment has no content yet. */
public final class AttachmentNotUploaded extends Failure {

    /** Refuses. */
    public AttachmentNotUploaded() {
        super(
                FailureKind.CONFLICT,
                "ATTACHMENT_NOT_UPLOADED",
                LocalizedText.of("This attachment is not uploaded yet."));
    }
}
