package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The account has no attachment with this id; whether another has is not told. */
public final class AttachmentNotFound extends Failure {

    /** Refuses. */
    public AttachmentNotFound() {
        super(FailureKind.NOT_FOUND, "ATTACHMENT_NOT_FOUND", LocalizedText.of("There is no attachment with this id."));
    }
}
