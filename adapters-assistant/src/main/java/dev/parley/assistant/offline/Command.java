package dev.parley.assistant.offline;

import java.util.List;
import java.util.Optional;

/** What a message makes the offline assistant do. A title names the only task that has it, without case. */
sealed interface Command {

    /**
     * Calls any tool.
     *
     * @param arguments as the user wrote them; perhaps no JSON at all
     */
    record CallTool(String name, String arguments) implements Command {}

    /** Adds a task; an empty priority leaves it to the tool. */
    record AddTask(String title, Optional<String> priority, List<String> tags) implements Command {

        public AddTask {
            tags = List.copyOf(tags);
        }
    }

    /** Lists tasks; an empty part filters nothing. */
    record ListTasks(Optional<String> status, Optional<String> priority, Optional<String> tag) implements Command {}

    record CompleteTask(String title) implements Command {}

    record ReopenTask(String title) implements Command {}

    record DeleteTask(String title) implements Command {}

    record Help() implements Command {}

    /** Repeats what is no other command. */
    record Echo(String text) implements Command {}
}
