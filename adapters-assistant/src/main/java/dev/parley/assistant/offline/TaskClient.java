package dev.parley.assistant.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.application.assistant.Reply;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls tools within one answer. The methods for tasks throw {@link ToolCallException} if the tool fails. */
final class TaskClient {

    private static final Logger log = LoggerFactory.getLogger(TaskClient.class);

    /** So many tasks fit into a tool's result, however long their descriptions are. */
    private static final int MAXIMUM_TASKS = 30;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private final Reply reply;
    private int calls;

    TaskClient(Reply reply) {
        this.reply = reply;
    }

    /** Calls any tool. */
    ToolResult callTool(String tool, String arguments) {
        calls++;
        return reply.callTool(new RequestedCall("call_" + calls, tool, arguments));
    }

    TaskSummary add(Command.AddTask task) {
        return call("add_task", task, TaskResult.class).task();
    }

    /** Shows the user the tasks as a widget, and returns the newest of them. */
    TaskList list(Command.ListTasks filter) {
        ObjectNode arguments = JSON.valueToTree(filter);
        return call("list_tasks", arguments.put("limit", MAXIMUM_TASKS), TaskList.class);
    }

    /**
     * The tasks that mention a text, which the user is not shown.
     *
     * @param status {@code all}, {@code pending} or {@code completed}
     */
    TaskList find(String text, String status) {
        Map<String, Object> arguments =
                Map.of("search", text, "status", status, "sort", "title", "show", false, "limit", MAXIMUM_TASKS);
        return call("list_tasks", arguments, TaskList.class);
    }

    TaskSummary complete(TaskSummary task, boolean completed) {
        return call("complete_task", Map.of("task_id", task.id(), "completed", completed), TaskResult.class)
                .task();
    }

    void delete(TaskSummary task) {
        call("delete_task", Map.of("task_id", task.id()), Object.class);
    }

    private <T> T call(String tool, Object arguments, Class<T> type) {
        ToolResult result = callTool(tool, JSON.writeValueAsString(arguments));
        if (result.isError()) {
            throw new ToolCallException(reason(result.content()));
        }
        try {
            return JSON.readValue(result.content(), type);
        } catch (JacksonException e) {
            log.warn(
                    "The result of the tool {} is unreadable ({})",
                    tool,
                    e.getClass().getSimpleName());
            throw new ToolCallException("The tool's result is unreadable; the tool may have done its work.");
        }
    }

    /** The reason in an error's JSON; errors that come before the tool is reached are plain sentences. */
    private static String reason(String content) {
        try {
            return JSON.readTree(content).path("error").stringValueOpt().orElse(content);
        } catch (JacksonException notJson) {
            return content;
        }
    }

    /**
     * Some tasks.
     *
     * @param total how many there are, with those that are not among the tasks
     */
    record TaskList(List<TaskSummary> tasks, int total) {

        TaskList {
            tasks = List.copyOf(tasks);
        }
    }

    private record TaskResult(TaskSummary task) {}
}
