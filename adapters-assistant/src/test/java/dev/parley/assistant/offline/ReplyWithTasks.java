package dev.parley.assistant.offline;

import dev.parley.application.testing.UnexpectedReply;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears an answer, and answers tool calls from a list of tasks. */
final class ReplyWithTasks extends UnexpectedReply {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<KnownTask> tasks = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<RequestedCall> calls = new ArrayList<>();
    private final Deque<ToolResult> canned = new ArrayDeque<>();

    ReplyWithTasks with(String title, String priority, String... tags) {
        tasks.add(new KnownTask("id-" + (tasks.size() + 1), title, priority, List.of(tags), false));
        return this;
    }

    ReplyWithTasks with(String title) {
        return with(title, "medium");
    }

    ReplyWithTasks withDone(String title) {
        tasks.add(new KnownTask("id-" + (tasks.size() + 1), title, "medium", List.of(), true));
        return this;
    }

    /** The next call gets this, whatever it asks for. */
    ReplyWithTasks answering(ToolResult result) {
        canned.add(result);
        return this;
    }

    List<KnownTask> tasks() {
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
        Map<String, Object> result = new TreeMap<>(result(call.name(), JSON.readTree(call.arguments())));
        result.put("success", true);
        return ToolResult.of(JSON.writeValueAsString(result));
    }

    private Map<String, Object> result(String tool, JsonNode arguments) {
        return switch (tool) {
            case "add_task" -> Map.of("task", add(arguments));
            case "list_tasks" -> list(arguments);
            case "list_tags" -> Map.of("tags", tags());
            case "update_task" -> Map.of("task", replace(arguments, update(task(arguments), arguments)));
            case "complete_task" -> Map.of("task", replace(arguments, complete(task(arguments), arguments)));
            case "delete_task" -> Map.of("deleted", delete(task(arguments)));
            default -> throw new IllegalArgumentException("no tool is named " + tool);
        };
    }

    private KnownTask add(JsonNode arguments) {
        KnownTask task = update(new KnownTask("id-" + (tasks.size() + 1), "", "medium", List.of(), false), arguments);
        tasks.add(task);
        return task;
    }

    private static KnownTask update(KnownTask task, JsonNode arguments) {
        return new KnownTask(
                task.id(),
                arguments.path("title").asString(task.title()),
                arguments.path("priority").asString(task.priority()),
                arguments.has("tags") ? texts(arguments.path("tags")) : task.tags(),
                task.completed());
    }

    private static KnownTask complete(KnownTask task, JsonNode arguments) {
        boolean completed = arguments.path("completed").asBoolean(true);
        return new KnownTask(task.id(), task.title(), task.priority(), task.tags(), completed);
    }

    private KnownTask replace(JsonNode arguments, KnownTask changed) {
        tasks.set(tasks.indexOf(task(arguments)), changed);
        return changed;
    }

    private Map<String, String> delete(KnownTask task) {
        tasks.remove(task);
        return Map.of("id", task.id(), "title", task.title());
    }

    private KnownTask task(JsonNode arguments) {
        String id = arguments.path("task_id").asString();
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow();
    }

    private Map<String, Object> list(JsonNode arguments) {
        List<KnownTask> found =
                tasks.stream().filter(task -> passes(task, arguments)).toList();
        int limit = arguments.path("limit").asInt(50);
        return Map.of("tasks", found.stream().limit(limit).toList(), "total", found.size());
    }

    private static boolean passes(KnownTask task, JsonNode arguments) {
        String status = task.completed() ? "completed" : "pending";
        return is(arguments.path("status"), status)
                && is(arguments.path("priority"), task.priority())
                && (!arguments.has("tag")
                        || task.tags().contains(arguments.path("tag").asString()))
                && PlainText.folded(task.title())
                        .contains(PlainText.folded(arguments.path("search").asString("")));
    }

    private static boolean is(JsonNode wanted, String value) {
        return Objects.equals(wanted.asString(value), value);
    }

    private List<Map<String, Object>> tags() {
        Map<String, Integer> counts = new TreeMap<>();
        tasks.forEach(task -> task.tags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(entry -> Map.<String, Object>of("tag", entry.getKey(), "count", entry.getValue()))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
