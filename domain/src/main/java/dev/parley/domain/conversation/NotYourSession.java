package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The session belongs to another account. */
public final class NotYourSession extends Failure {

    /** Refuses. */
    public NotYourSession() {
        super(FailureKind.FORBIDDEN, "FORBIDDEN", LocalizedText.of("This session belongs to another user."));
    }
}
