package dev.parley.domain.run;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.ErrorDefinition.invalid;
import static dev.parley.domain.shared.FailureKind.CONFLICT;
import static dev.parley.domain.shared.FailureKind.GONE;
import static dev.parley.domain.shared.FailureKind.LIMIT;
import static dev.parley.domain.shared.FailureKind.NOT_FOUND;
import static dev.parley.domain.shared.FailureKind.UPSTREAM;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with runs, and what ends one early. */
public enum RunError implements ErrorCode {
    RUN_NOT_FOUND(error(NOT_FOUND, "This thread has no run with this id.")),
    RUN_LOG_EXPIRED(error(GONE, "The events of this run are not kept any longer. Read the thread's messages instead.")),
    RUN_IN_PROGRESS(error(CONFLICT, "The assistant is still answering in this thread (run {0}). Wait for its end.")),
    RUN_QUEUE_FULL(error(LIMIT, "Maximum {0} messages may wait in a thread. Please wait for the assistant.")),
    RUN_INTERRUPTED(error(UPSTREAM, "The answer was interrupted. What was said so far is kept; please ask again.")),
    THREAD_DELETED(error(GONE, "This thread was deleted.")),
    MODEL_CANNOT_BE_PICKED(invalid("cannot be picked here")),
    TOOL_CANNOT_BE_CALLED(invalid("names no tool that can be called here"));

    private final ErrorDefinition definition;

    RunError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
