package dev.parley.assistant.offline;

import dev.parley.application.testing.UnexpectedReply;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.shared.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records an answer, and answers tool calls from a list of tasks. */
final class ReplyWithTasks extends UnexpectedReply {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Set<String> TOOLS = Set.of("add_task", "list_tasks", "complete_task", "delete_task");

    private final List<TaskSummary> tasks = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<RequestedCall> calls = new ArrayList<>();
    private final Deque<ToolResult> canned = new ArrayDeque<>();

    ReplyWithTasks with(String title, String priority, String... tags) {
        tasks.add(new TaskSummary("id-" + (tasks.size() + 1), title, priority, List.of(tags), false));
        return this;
    }

    ReplyWithTasks with(String title) {
        return with(title, "medium");
    }

    ReplyWithTasks withDone(String title) {
        tasks.add(new TaskSummary("id-" + (tasks.size() + 1), title, "medium", List.of(), true));
        return this;
    }

    /** The next call gets this, whatever it asks for. */
    ReplyWithTasks answering(ToolResult result) {
        canned.add(result);
        return this;
    }

    List<TaskSummary> tasks() {
        return List.copyOf(tasks);
    }

    List<String> words() {
        return List.copyOf(words);
    }

    String text() {
        return String.join("", words);
    }

    List<RequestedCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void text(String delta) {
        words.add(delta);
    }

    @Override
    public ToolResult callTool(RequestedCall call) {
        calls.add(call);
        if (!canned.isEmpty()) {
            return canned.remove();
        }
        if (!TOOLS.contains(call.name())) {
            return ToolResult.error("There is no tool named " + call.name() + ".");
        }
        Map<String, Object> result = new TreeMap<>(result(call.name(), JSON.readTree(call.arguments())));
        result.put("success", true);
        return ToolResult.of(JSON.writeValueAsString(result));
    }

    private Map<String, Object> result(String tool, JsonNode arguments) {
        return switch (tool) {
            case "add_task" -> Map.of("task", add(arguments));
            case "list_tasks" -> list(arguments);
            case "complete_task" -> Map.of("task", complete(task(arguments), arguments));
            case "delete_task" -> Map.of("deleted", delete(task(arguments)));
            default -> throw new IllegalArgumentException("no tool is named " + tool);
        };
    }

    private TaskSummary add(JsonNode arguments) {
        TaskSummary task = new TaskSummary(
                "id-" + (tasks.size() + 1),
                arguments.path("title").asString(),
                arguments.path("priority").asString("medium"),
                arguments.path("tags").valueStream().map(JsonNode::asString).toList(),
                false);
        tasks.add(task);
        return task;
    }

    private TaskSummary complete(TaskSummary task, JsonNode arguments) {
        boolean completed = arguments.path("completed").asBoolean();
        TaskSummary changed = new TaskSummary(task.id(), task.title(), task.priority(), task.tags(), completed);
        tasks.set(tasks.indexOf(task), changed);
        return changed;
    }

    private Map<String, String> delete(TaskSummary task) {
        tasks.remove(task);
        return Map.of("id", task.id(), "title", task.title());
    }

    private TaskSummary task(JsonNode arguments) {
        String id = arguments.path("task_id").asString();
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
    }

    private Map<String, Object> list(JsonNode arguments) {
        List<TaskSummary> found =
                tasks.stream().filter(task -> passes(task, arguments)).toList();
        int limit = arguments.path("limit").asInt(50);
        return Map.of("tasks", found.stream().limit(limit).toList(), "total", found.size());
    }

    private static boolean passes(TaskSummary task, JsonNode arguments) {
        String status = task.completed() ? "completed" : "pending";
        return (is(arguments.path("status"), status) || is(arguments.path("status"), "all"))
                && is(arguments.path("priority"), task.priority())
                && (!arguments.has("tag")
                        || task.tags().contains(arguments.path("tag").asString()))
                && Text.withoutCase(task.title())
                        .contains(Text.withoutCase(arguments.path("search").asString("")));
    }

    private static boolean is(JsonNode wanted, String value) {
        return Objects.equals(wanted.asString(value), value);
    }
}
