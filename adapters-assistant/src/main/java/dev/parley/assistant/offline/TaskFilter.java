package dev.parley.assistant.offline;

import java.util.Optional;

/** Which tasks; an empty part does not matter. */
record TaskFilter(Optional<String> status, Optional<String> priority, Optional<String> tag) {

    static final TaskFilter ALL = new TaskFilter(Optional.empty(), Optional.empty(), Optional.empty());
    static final TaskFilter PENDING = ALL.withStatus("pending");

    TaskFilter withStatus(String wanted) {
        return new TaskFilter(Optional.of(wanted), priority, tag);
    }

    TaskFilter withPriority(String wanted) {
        return new TaskFilter(status, Optional.of(wanted), tag);
    }

    TaskFilter withTag(String wanted) {
        return new TaskFilter(status, priority, Optional.of(wanted));
    }
}
