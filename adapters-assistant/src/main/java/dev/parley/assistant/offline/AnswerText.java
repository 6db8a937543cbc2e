package dev.parley.assistant.offline;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.tool.ToolResult;
import dev.parley.assistant.offline.TaskClient.TaskList;
import dev.parley.domain.shared.Text;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the answers, which quote what may be long in part only. */
final class AnswerText {

    static final String HELP = """
            Hello! I am the offline assistant: there is no model behind me, so that you can try sessions, streams and \
            tools without a network and without a key. I repeat what you write, but for these commands:
            - “add task: Buy milk”, “add a high priority task: Call the bank #home”
            - “list my tasks”, “list my pending tasks”, “list my high priority tasks”, “list tasks tagged home”
            - “complete Buy milk”, “reopen Buy milk”, “delete Buy milk”
            - “call list_tasks {"search": "milk"}”, and likewise any other tool
            To connect a model, set PARLEY_ASSISTANT_API_KEY for OpenAI’s, or PARLEY_ASSISTANT_BASE_URL to the address of \
            an API like OpenAI’s, and start Parley again. An assistant of your own is a Spring bean of the type %s.""".formatted(Assistant.class.getName());

    static final String FILES_UNREAD = "\nI do not read attached files.";

    private static final int MAXIMUM_QUOTE = 200;
    private static final int MAXIMUM_RESULT = 2000;

    private AnswerText() {}

    static String echo(String text) {
        return "You wrote " + quoted(text)
                + ". I am the offline assistant, and no model reads this; “help” shows what I can do.";
    }

    static String failure(String reason) {
        return "That did not work: " + shortened(reason, MAXIMUM_RESULT);
    }

    /** What a tool has returned. */
    static String result(String tool, ToolResult result) {
        return shortened(tool, MAXIMUM_QUOTE)
                + (result.isError() ? " failed: " : " returned: ")
                + shortened(result.content(), MAXIMUM_RESULT);
    }

    /** That a task was changed, and how it is. */
    static String changed(String change, TaskSummary task) {
        return change + " " + quoted(Text.onOneLine(task.title())) + properties(task) + ".";
    }

    static String tasks(Command.ListTasks filter, TaskList list) {
        String tasks = Stream.of(
                        filter.status(),
                        filter.priority().map(priority -> priority + " priority"),
                        Optional.of(list.total() == 1 ? "task" : "tasks"),
                        filter.tag().map(tag -> "tagged #" + shortened(tag, MAXIMUM_QUOTE)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return list.total() == 0
                ? "You have no " + tasks + "."
                : "You have " + list.total() + " " + tasks + ":" + lines(list);
    }

    /**
     * That none, or more than one, of the tasks that mention a title has it.
     *
     * @param status that was looked for; {@code all} for any
     */
    static String notFound(String title, String status, TaskList mentions) {
        String tasks = status.equals("all") ? "task" : status + " task";
        return mentions.total() == 0
                ? "I found no " + tasks + " with " + quoted(title) + "."
                : "I found no single " + tasks + " with the title " + quoted(title)
                        + ". Write the whole title of one of these, or call a tool with its id:" + lines(mentions);
    }

    private static String lines(TaskList list) {
        int more = list.total() - list.tasks().size();
        return list.tasks().stream().map(AnswerText::line).collect(Collectors.joining())
                + (more > 0 ? "\n… and " + more + " more" : "");
    }

    private static String line(TaskSummary task) {
        return "\n- " + (task.completed() ? "✓ " : "") + Text.onOneLine(task.title()) + properties(task);
    }

    private static String properties(TaskSummary task) {
        return " (" + task.priority() + " priority)"
                + task.tags().stream().map(tag -> " #" + tag).collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return "“" + shortened(text, MAXIMUM_QUOTE) + "”";
    }

    private static String shortened(String text, int maximum) {
        return text.length() <= maximum ? text : Text.cut(text, maximum) + "…";
    }
}
