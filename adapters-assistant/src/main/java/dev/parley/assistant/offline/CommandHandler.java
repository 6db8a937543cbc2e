package dev.parley.assistant.offline;

import dev.parley.assistant.offline.TaskClient.TaskList;
import java.util.List;
import java.util.function.Function;

/** Executes commands by means of tools, and answers in words. */
final class CommandHandler {

    private final TaskClient tasks;

    CommandHandler(TaskClient tasks) {
        this.tasks = tasks;
    }

    String handle(Command command) {
        try {
            return execute(command);
        } catch (ToolCallException e) {
            return AnswerText.failure(e.reason());
        }
    }

    private String execute(Command command) {
        return switch (command) {
            case Command.CallTool call -> AnswerText.result(call.name(), tasks.callTool(call.name(), call.arguments()));
            case Command.AddTask task -> AnswerText.changed("Added", tasks.add(task));
            case Command.ListTasks filter -> AnswerText.tasks(filter, tasks.list(filter));
            case Command.CompleteTask complete -> withTask(complete.title(), "pending", this::complete);
            case Command.ReopenTask reopen -> withTask(reopen.title(), "completed", this::reopen);
            case Command.DeleteTask delete -> withTask(delete.title(), "all", this::delete);
            case Command.Help help -> AnswerText.HELP;
            case Command.Echo echo -> AnswerText.echo(echo.text());
        };
    }

    private String complete(TaskSummary task) {
        return AnswerText.changed("Completed", tasks.complete(task, true));
    }

    private String reopen(TaskSummary task) {
        return AnswerText.changed("Reopened", tasks.complete(task, false));
    }

    private String delete(TaskSummary task) {
        tasks.delete(task);
        return AnswerText.changed("Deleted", task);
    }

    /** Acts on the only task of this status with the title; where none or several have it, lists what mentions it. */
    private String withTask(String title, String status, Function<TaskSummary, String> action) {
        TaskList found = tasks.find(title, status);
        List<TaskSummary> titled = found.tasks().stream()
                .filter(task -> task.title().equalsIgnoreCase(title))
                .toList();
        return titled.size() == 1 ? action.apply(titled.getFirst()) : AnswerText.notFound(title, status, found);
    }
}
