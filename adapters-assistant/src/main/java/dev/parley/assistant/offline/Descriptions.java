package dev.parley.assistant.offline;

import dev.parley.domain.shared.Words;

/** Describes tasks as the object of a sentence: "You have 2 pending tasks". */
final class Descriptions {

    private Descriptions() {}

    /** So many tasks, at least one, that pass a filter. */
    static Words of(TaskFilter filter, int number) {
        Words tasks = switch (filter.status().orElse("all")) {
            case "pending" -> Words.of("{0,choice,1#1 pending task|1<{0} pending tasks}", number);
            case "completed" -> Words.of("{0,choice,1#1 completed task|1<{0} completed tasks}", number);
            default -> tasks(number);
        };
        return narrowed(tasks, filter);
    }

    /** No tasks that pass a filter. */
    static Words ofNone(TaskFilter filter) {
        Words tasks = switch (filter.status().orElse("all")) {
            case "pending" -> Words.of("no pending tasks");
            case "completed" -> Words.of("no completed tasks");
            default -> Words.of("no tasks");
        };
        return narrowed(tasks, filter);
    }

    /** So many tasks, at least one. */
    static Words tasks(int number) {
        return Words.of("{0,choice,1#1 task|1<{0} tasks}", number);
    }

    static Words priority(String priority) {
        return switch (priority) {
            case "high" -> Words.of("high priority");
            case "low" -> Words.of("low priority");
            default -> Words.of("medium priority");
        };
    }

    private static Words narrowed(Words tasks, TaskFilter filter) {
        Words narrowed = filter.priority()
                .map(priority -> switch (priority) {
                    case "high" -> Words.of("{0} with high priority", tasks);
                    case "low" -> Words.of("{0} with low priority", tasks);
                    default -> Words.of("{0} with medium priority", tasks);
                })
                .orElse(tasks);
        return filter.tag()
                .map(tag -> Words.of("{0} tagged {1}", narrowed, "#" + tag))
                .orElse(narrowed);
    }
}
