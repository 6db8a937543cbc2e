package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** A message has the attachment, and it goes with that message's conversation. */
public final class AttachmentInUse extends Failure {

    /** Refuses. */
    public AttachmentInUse() {
        super(
                FailureKind.CONFLICT,
                "ATTACHMENT_IN_USE",
                LocalizedText.of("A message has this attachment; it is deleted together with its thread."));
    }
}
