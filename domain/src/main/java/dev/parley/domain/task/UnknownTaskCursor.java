package dev.parley.domain.task;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** A page was asked for behind a task that is not there. */
public final class UnknownTaskCursor extends Failure {

    /** Refuses. */
    public UnknownTaskCursor() {
        super(
                FailureKind.INVALID,
                "INVALID_REQUEST",
                LocalizedText.of("after names no task of yours; begin again from the first page."));
    }
}
