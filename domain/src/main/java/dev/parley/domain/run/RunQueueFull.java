package dev.parley.domain.run;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** As many runs as allowed wait in the thread. */
public final class RunQueueFull extends Failure {

    /** Refuses, naming the limit. */
    public RunQueueFull(int limit) {
        super(
                FailureKind.LIMIT,
                "RUN_QUEUE_FULL",
                LocalizedText.of("Maximum {0} messages may wait in a thread. Please wait for the assistant.", limit));
    }
}
