package dev.parley.domain.run;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The thread has no run with this id. */
public final class RunNotFound extends Failure {

    /** Refuses. */
    public RunNotFound() {
        super(FailureKind.NOT_FOUND, "RUN_NOT_FOUND", LocalizedText.of("This thread has no run with this id."));
    }
}
