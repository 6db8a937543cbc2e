package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** No session has this id. */
public final class SessionNotFound extends Failure {

    /** Refuses. */
    public SessionNotFound() {
        super(FailureKind.NOT_FOUND, "SESSION_NOT_FOUND", LocalizedText.of("There is no session with this id."));
    }
}
