package dev.parley.domain.task;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.NameBasedUuid;
import java.util.UUID;

/** The id of a task. */
public record TaskId(UUID value) {

    /**
     * Reads an id.
     *
     * @throws Failure TASK_NOT_FOUND if the text is no UUID, which no task then has
     */
    public static TaskId of(String text) {
        if (!NameBasedUuid.isUuid(text)) {
            throw new Failure(TaskError.TASK_NOT_FOUND);
        }
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
