package dev.parley.domain.access;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** No client session has this id. */
public final class ClientSessionNotFound extends Failure {

    /** Refuses. */
    public ClientSessionNotFound() {
        super(FailureKind.NOT_FOUND, "SESSION_NOT_FOUND", LocalizedText.of("There is no session with this id."));
    }
}
