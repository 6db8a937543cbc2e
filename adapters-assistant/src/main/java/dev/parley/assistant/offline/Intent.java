package dev.parley.assistant.offline;

import java.util.List;
import java.util.Optional;

/** What a user wants of the offline assistant. */
sealed interface Intent {

    /** A new task; an empty priority leaves it to the tool. */
    record Add(String title, Optional<String> priority, List<String> tags) implements Intent {

        public Add {
            tags = List.copyOf(tags);
        }
    }

    /** To see tasks. */
    record Show(TaskFilter filter) implements Intent {}

    /** To see tasks that mention something. */
    record Search(String text) implements Intent {}

    /** To see the tags. */
    record ShowTags() implements Intent {}

    /** To change the one task with this title. */
    record Change(String title, TaskChange change) implements Intent {}

    /** Something that lacks a part, or can be meant in two ways: the user is asked. */
    record Unclear(Question question) implements Intent {}

    /** Nothing about tasks. */
    record SmallTalk() implements Intent {}
}
