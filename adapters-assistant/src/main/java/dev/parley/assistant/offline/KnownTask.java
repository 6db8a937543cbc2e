package dev.parley.assistant.offline;

import java.util.List;

/** A task as the tools tell it. */
record KnownTask(String id, String title, String priority, List<String> tags, boolean completed) {

    KnownTask {
        tags = List.copyOf(tags);
    }
}
