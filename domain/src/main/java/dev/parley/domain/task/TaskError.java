package dev.parley.domain.task;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.FailureKind.LIMIT;
import static dev.parley.domain.shared.FailureKind.NOT_FOUND;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with tasks. */
public enum TaskError implements ErrorCode {
    TASK_NOT_FOUND(error(NOT_FOUND, "There is no task with this id.")),
    TASK_LIMIT(error(LIMIT, "Maximum {0} tasks allowed. Please delete a task to make room for a new one."));

    private final ErrorDefinition definition;

    TaskError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
