package dev.parley.assistant.offline;

import java.util.List;

/** What is to become of a task. */
sealed interface TaskChange {

    /** Whether the task would be another one than it is. */
    default boolean changes(KnownTask task) {
        return true;
    }

    /** It is done. */
    record Complete() implements TaskChange {

        @Override
        public boolean changes(KnownTask task) {
            return !task.completed();
        }
    }

    /** It is not done after all. */
    record Reopen() implements TaskChange {

        @Override
        public boolean changes(KnownTask task) {
            return task.completed();
        }
    }

    /** It gets another title. */
    record Rename(String title) implements TaskChange {}

    /** It gets another priority. */
    record Prioritize(String priority) implements TaskChange {}

    /** It gets more tags. */
    record Tag(List<String> tags) implements TaskChange {

        public Tag {
            tags = List.copyOf(tags);
        }
    }

    /** It goes away. */
    record Delete() implements TaskChange {}
}
