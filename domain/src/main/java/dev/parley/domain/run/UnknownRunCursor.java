package dev.parley.domain.run;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** A page was asked for behind a run that is not there. */
public final class UnknownRunCursor extends Failure {

    /** Refuses. */
    public UnknownRunCursor() {
        super(
                FailureKind.INVALID,
                "INVALID_REQUEST",
                LocalizedText.of("after names no run of this thread; begin again from the first page."));
    }
}
