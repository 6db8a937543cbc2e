package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** An attachment is uploaded once. */
public final class AttachmentAlreadyUploaded extends Failure {

    /** Refuses. */
    public AttachmentAlreadyUploaded() {
        super(
                FailureKind.CONFLICT,
                "ATTACHMENT_ALREADY_UPLOADED",
                LocalizedText.of("This attachment is uploaded already. Create a new one for other content."));
    }
}
