package dev.parley.assistant.offline;

import dev.parley.application.assistant.Reply;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import dev.parley.assistant.offline.Intent.Add;
import dev.parley.domain.shared.LocalizedText;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls the tools of tasks within one answer. Every method throws {@link ToolRefused} if its tool refuses. */
final class TaskTools {

    private static final Logger log = LoggerFactory.getLogger(TaskTools.class);

    /** So many tasks fit into a tool's result, however long their descriptions are. */
    private static final int MOST_TASKS = 30;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Reply reply;
    private int calls;

    TaskTools(Reply reply) {
        this.reply = reply;
    }

    KnownTask add(Add task) {
        return changed("add_task", arguments -> {
            arguments.put("title", task.title());
            task.priority().ifPresent(priority -> arguments.put("priority", priority));
            if (!task.tags().isEmpty()) {
                arguments.set("tags", JSON.valueToTree(task.tags()));
            }
        });
    }

    /** The newest of the tasks that pass the filter. */
    Listing list(TaskFilter filter) {
        return listed(arguments -> {
            filter.status().ifPresent(status -> arguments.put("status", status));
            filter.priority().ifPresent(priority -> arguments.put("priority", priority));
            filter.tag().ifPresent(tag -> arguments.put("tag", tag));
        });
    }

    /** The tasks that mention a text, for Parley alone; by title, so that a title that is the text stands before those that go on. */
    Listing search(String text) {
        return listed(
                arguments -> arguments.put("search", text).put("sort", "title").put("show", false));
    }

    List<TagCount> tags() {
        return call("list_tags", arguments -> {}, TagList.class).tags();
    }

    KnownTask rename(KnownTask task, String title) {
        return updated(task, arguments -> arguments.put("title", title));
    }

    KnownTask prioritize(KnownTask task, String priority) {
        return updated(task, arguments -> arguments.put("priority", priority));
    }

    KnownTask tag(KnownTask task, List<String> tags) {
        return updated(task, arguments -> arguments.set("tags", JSON.valueToTree(tags)));
    }

    KnownTask complete(KnownTask task, boolean completed) {
        return changed(
                "complete_task",
                arguments -> arguments.put("task_id", task.id()).put("completed", completed));
    }

    /** Deletes a task and returns the title that it had. */
    String delete(KnownTask task) {
        return call("delete_task", arguments -> arguments.put("task_id", task.id()), Deletion.class)
                .deleted()
                .title();
    }

    private Listing listed(Consumer<ObjectNode> arguments) {
        return call("list_tasks", arguments.andThen(all -> all.put("limit", MOST_TASKS)), Listing.class);
    }

    private KnownTask updated(KnownTask task, Consumer<ObjectNode> change) {
        return changed("update_task", change.andThen(arguments -> arguments.put("task_id", task.id())));
    }

    private KnownTask changed(String tool, Consumer<ObjectNode> arguments) {
        return call(tool, arguments, TaskResult.class).task();
    }

    private <T> T call(String tool, Consumer<ObjectNode> describe, Class<T> type) {
        ObjectNode arguments = JSON.createObjectNode();
        describe.accept(arguments);
        calls++;
        ToolResult result =
                reply.callTool(new RequestedCall("call_" + calls, tool, JSON.writeValueAsString(arguments)));
        if (result.isError()) {
            throw new ToolRefused(LocalizedText.verbatim(reason(result.content())));
        }
        return read(tool, result.content(), type);
    }

    private static <T> T read(String tool, String content, Class<T> type) {
        try {
            return JSON.readValue(content, type);
        } catch (JacksonException e) {
            log.warn(
                    "The result of the tool {} is unreadable ({})",
                    tool,
                    e.getClass().getSimpleName());
            throw new ToolRefused(
                    LocalizedText.of("I could not read what the tool answered; it may have done its work."), e);
        }
    }

    /** The reason in an error's JSON; errors that come before the tool is reached are plain sentences. */
    private static String reason(String content) {
        try {
            JsonNode error = JSON.readTree(content).path("error");
            return error.isString() ? error.stringValue() : content;
        } catch (JacksonException notJson) {
            return content;
        }
    }

    /**
     * Some tasks.
     *
     * @param total how many there are, with those that are not told
     */
    record Listing(List<KnownTask> tasks, int total) {

        Listing {
            tasks = List.copyOf(tasks);
        }
    }

    /** A tag and how many tasks have it. */
    record TagCount(String tag, int count) {}

    private record TaskResult(KnownTask task) {}

    private record TagList(List<TagCount> tags) {}

    private record Deletion(Deleted deleted) {}

    private record Deleted(String title) {}
}
