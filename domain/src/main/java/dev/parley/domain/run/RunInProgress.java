package dev.parley.domain.run;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The thread's assistant is answering already. */
public final class RunInProgress extends Failure {

    /** Refuses, naming the active run. */
    public RunInProgress(RunId active) {
        super(
                FailureKind.CONFLICT,
                "RUN_IN_PROGRESS",
                LocalizedText.of(
                        "The assistant is still answering in this thread (run {0}). Wait for its end.", active));
    }
}
