package dev.parley.domain.task;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The account has no task with this id; whether another has is not told. */
public final class TaskNotFound extends Failure {

    /** Refuses. */
    public TaskNotFound() {
        super(FailureKind.NOT_FOUND, "TASK_NOT_FOUND", LocalizedText.of("There is no task with this id."));
    }
}
