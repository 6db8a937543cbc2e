package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** A message with more characters than allowed. */
public final class MessageTooLong extends Failure {

    /** Refuses, naming limit and length in code points. */
    public MessageTooLong(int limit, int length) {
        super(
                FailureKind.INVALID,
                "MESSAGE_TOO_LONG",
                LocalizedText.of("A message may have at most {0} characters; this one has {1}.", limit, length));
    }
}
