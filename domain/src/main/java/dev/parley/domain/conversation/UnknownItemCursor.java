package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** A page of items was asked for behind an item that is not there. */
public final class UnknownItemCursor extends Failure {

    /** Refuses. */
    public UnknownItemCursor() {
        super(
                FailureKind.INVALID,
                "INVALID_REQUEST",
                LocalizedText.of("after names no item of this thread; begin again from the first page."));
    }
}
