package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The owner has as many sessions as allowed. */
public final class SessionLimitReached extends Failure {

    /** Refuses, naming the limit. */
    public SessionLimitReached(int limit) {
        super(
                FailureKind.LIMIT,
                "SESSION_LIMIT",
                LocalizedText.of(
                        "Maximum {0} sessions allowed. Please delete a session to make room for a new one.", limit));
    }
}
