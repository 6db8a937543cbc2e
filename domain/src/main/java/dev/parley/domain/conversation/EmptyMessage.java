package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** A message of nothing but white space. */
public final class EmptyMessage extends Failure {

    /** Refuses. */
    public EmptyMessage() {
        super(FailureKind.INVALID, "EMPTY_MESSAGE", LocalizedText.of("The message is empty. Write something."));
    }
}
