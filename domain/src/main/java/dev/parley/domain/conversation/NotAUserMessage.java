package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** Only what a user said can be answered again. */
public final class NotAUserMessage extends Failure {

    /** Refuses. */
    public NotAUserMessage() {
        super(
                FailureKind.INVALID,
                "NOT_A_USER_MESSAGE",
                LocalizedText.of("This item is no message of yours; only such can be answered again."));
    }
}
