package dev.parley.domain.task;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The owner has as many tasks as allowed. */
public final class TaskLimitReached extends Failure {

    /** Refuses, naming the limit. */
    public TaskLimitReached(int limit) {
        super(
                FailureKind.LIMIT,
                "TASK_LIMIT",
                LocalizedText.of("Maximum {0} tasks allowed. Please delete a task to make room for a new one.", limit));
    }
}
