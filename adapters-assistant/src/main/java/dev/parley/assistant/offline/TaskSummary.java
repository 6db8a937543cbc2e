package dev.parley.assistant.offline;

import java.util.List;

/** A task as the tools return it. */
record TaskSummary(String id, String title, String priority, List<String> tags, boolean completed) {

    TaskSummary {
        tags = List.copyOf(tags);
    }
}
