package dev.parley.assistant.offline;

import dev.parley.domain.shared.LocalizedText;

/** Describes tasks as the object of a sentence: "You have 2 pending tasks". */
final class Descriptions {

    private Descriptions() {}

    /** So many tasks, at least one, that pass a filter. */
    static LocalizedText of(TaskFilter filter, int number) {
        LocalizedText tasks = switch (filter.status().orElse("all")) {
            case "pending" -> LocalizedText.of("{0,choice,1#1 pending task|1<{0} pending tasks}", number);
            case "completed" -> LocalizedText.of("{0,choice,1#1 completed task|1<{0} completed tasks}", number);
            default -> tasks(number);
        };
        return narrowed(tasks, filter);
    }

    /** No tasks that pass a filter. */
    static LocalizedText ofNone(TaskFilter filter) {
        LocalizedText tasks = switch (filter.status().orElse("all")) {
            case "pending" -> LocalizedText.of("no pending tasks");
            case "completed" -> LocalizedText.of("no completed tasks");
            default -> LocalizedText.of("no tasks");
        };
        return narrowed(tasks, filter);
    }

    /** So many tasks, at least one. */
    static LocalizedText tasks(int number) {
        return LocalizedText.of("{0,choice,1#1 task|1<{0} tasks}", number);
    }

    static LocalizedText priority(String priority) {
        return switch (priority) {
            case "high" -> LocalizedText.of("high priority");
            case "low" -> LocalizedText.of("low priority");
            default -> LocalizedText.of("medium priority");
        };
    }

    private static LocalizedText narrowed(LocalizedText tasks, TaskFilter filter) {
        LocalizedText narrowed = filter.priority()
                .map(priority -> switch (priority) {
                    case "high" -> LocalizedText.of("{0} with high priority", tasks);
                    case "low" -> LocalizedText.of("{0} with low priority", tasks);
                    default -> LocalizedText.of("{0} with medium priority", tasks);
                })
                .orElse(tasks);
        return filter.tag()
                .map(tag -> LocalizedText.of("{0} tagged {1}", narrowed, "#" + tag))
                .orElse(narrowed);
    }
}
