package dev.parley.domain.run;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The events of an old run are not kept any longer. */
public final class RunLogExpired extends Failure {

    /** Refuses. */
    public RunLogExpired() {
        super(
                FailureKind.GONE,
                "RUN_LOG_EXPIRED",
                LocalizedText.of(
                        "The events of this run are not kept any longer. Read the thread's messages instead."));
    }
}
