package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** A page was asked for behind something that is not there. */
public final class UnknownCursor extends Failure {

    /** Refuses. */
    public UnknownCursor() {
        super(
                FailureKind.INVALID,
                "INVALID_REQUEST",
                LocalizedText.of("after names no session of yours; begin again from the first page."));
    }
}
