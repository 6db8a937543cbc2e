package dev.parley.domain.task;

import dev.parley.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list holds.
 *
 * @param priority null for any
 * @param tag that a task has, without case; null for any or none
 * @param search found in title or description, without case; null for anything
 */
public record TaskFilter(
        TaskStatus status,
        @Nullable Priority priority,
        @Nullable String tag,
        @Nullable String search) {

    /** Lets every task through. */
    public static final TaskFilter NONE = new TaskFilter(TaskStatus.ALL, null, null, null);

    /**
     * Reads a filter. What is null or blank filters nothing.
     *
     * @throws dev.parley.domain.shared.InvalidRequest if status or priority is not known, or a text is none that a task
     *     could have
     */
    public static TaskFilter of(
            @Nullable String status, @Nullable String priority, @Nullable String tag, @Nullable String search) {
        return new TaskFilter(
                status == null ? TaskStatus.ALL : TaskStatus.of(status),
                priority == null ? null : Priority.of(priority),
                wanted("tag", tag),
                wanted("search", search));
    }

    private static @Nullable String wanted(String field, @Nullable String text) {
        return text == null || Text.isBlank(text)
                ? null
                : Text.storable(field, text).strip();
    }
}
