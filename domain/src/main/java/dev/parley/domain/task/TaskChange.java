package dev.parley.domain.task;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** New content of a task; what is null stays as it is. */
public record TaskChange(
        @Nullable TaskTitle title,
        @Nullable TaskDescription description,
        @Nullable Priority priority,
        @Nullable Tags tags) {

    /** Replaces all. */
    public static TaskChange to(TaskContent content) {
        return new TaskChange(content.title(), content.description(), content.priority(), content.tags());
    }

    TaskContent of(TaskContent before) {
        return new TaskContent(
                Objects.requireNonNullElse(title, before.title()),
                Objects.requireNonNullElse(description, before.description()),
                Objects.requireNonNullElse(priority, before.priority()),
                Objects.requireNonNullElse(tags, before.tags()));
    }
}
