package dev.parley.application.shared;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** There is no room for what is asked at the moment; a client may try again soon. It is an answer, and not logged. */
public final class ServerBusy extends Failure {

    /** Refuses. */
    public ServerBusy() {
        super(
                FailureKind.UNAVAILABLE,
                "SERVICE_UNAVAILABLE",
                LocalizedText.of("The service cannot do this at the moment. Please try again soon."));
    }
}
