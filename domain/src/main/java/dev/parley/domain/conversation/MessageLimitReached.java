package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The session has as many messages as allowed. */
public final class MessageLimitReached extends Failure {

    /** Refuses, naming the limit. */
    public MessageLimitReached(int limit) {
        super(
                FailureKind.LIMIT,
                "MESSAGE_LIMIT",
                LocalizedText.of("Maximum {0} messages allowed in a session. Please start a new session.", limit));
    }
}
