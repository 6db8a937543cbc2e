package dev.parley.assistant.task;

import dev.parley.application.shared.Language;
import dev.parley.application.task.ReadListedTasks.ListedTasks;
import dev.parley.assistant.task.TaskAnswer.Details;
import dev.parley.assistant.task.TaskAnswer.Many;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Json;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.task.TaskStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tasks as the rows of a ChatKit {@code ListView}: a click completes a task, a button deletes it. Each row's key is its
 * task's id; what the list is of stands in its actions, so that the list can be written anew.
 *
 * @param widget the tree of a stored list
 * @param view the same, parsed
 * @param ids of the tasks that it shows, in order
 * @param filter that its tasks were let through by
 */
record TaskRows(Json widget, JsonNode view, List<TaskId> ids, TaskFilter filter) {

    /** Completes a task, at once. */
    static final String COMPLETE = "task.complete";

    /** Deletes a task. */
    static final String DELETE = "task.delete";

    private static final int MOST_ROWS = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The first tasks of a list. */
    static Json widget(Many listed, TaskFilter filter, Language language) {
        List<ObjectNode> rows = listed.tasks().stream()
                .limit(MOST_ROWS)
                .map(task -> row(task, filter, language))
                .toList();
        return written(JSON.createObjectNode().put("type", "ListView"), rows, listed.total() - rows.size(), language);
    }

    /** What a stored list shows; nothing where it is none. */
    static TaskRows of(Json widget) {
        JsonNode view = JSON.readTree(widget.text());
        List<JsonNode> rows = view.path("children").valueStream().toList();
        return new TaskRows(
                widget,
                view,
                rows.stream().flatMap(row -> id(row).stream()).toList(),
                rows.isEmpty() ? TaskFilter.NONE : filter(rows.getFirst()));
    }

    /** The list with its tasks as they are; the same where it shows none. */
    Json with(ListedTasks listed, Language language) {
        if (ids.isEmpty() || !(view instanceof ObjectNode list)) {
            return widget;
        }
        Map<String, Details> there =
                listed.tasks().stream().map(Details::of).collect(Collectors.toMap(Details::id, Function.identity()));
        List<JsonNode> rows = list.path("children")
                .valueStream()
                .flatMap(row -> id(row).map(TaskId::toString).map(there::get).stream()
                        .map(task -> current(row, task, language)))
                .toList();
        return written(list.deepCopy(), rows, listed.others(), language);
    }

    /** A row that shows its task as it is keeps the language that it was written in. */
    private JsonNode current(JsonNode row, Details task, Language language) {
        ObjectNode current = row(task, filter, language);
        boolean isOfAnotherLanguage = !current.equals(row)
                && Arrays.stream(Language.values())
                        .filter(other -> other != language)
                        .anyMatch(other -> row(task, filter, other).equals(row));
        return isOfAnotherLanguage ? row : current;
    }

    private static Json written(ObjectNode view, List<? extends JsonNode> tasks, int others, Language language) {
        ArrayNode rows = view.putArray("children");
        tasks.forEach(rows::add);
        view.remove("status");
        if (rows.isEmpty()) {
            rows.add(noRow(language));
        } else if (others > 0) {
            view.putObject("status")
                    .put("text", language.localize(TaskText.TASKS_SHOWN.text(rows.size(), rows.size() + others)));
        }
        return new Json(JSON.writeValueAsString(view));
    }

    private static ObjectNode row(Details task, TaskFilter filter, Language language) {
        ObjectNode row = JSON.createObjectNode().put("type", "ListViewItem").put("key", task.id());
        ArrayNode parts = row.putArray("children");
        parts.addObject().put("type", "Icon").put("name", task.completed() ? "check-circle" : "empty-circle");
        parts.addObject()
                .put("type", "Text")
                .put("value", task.title())
                .put("lineThrough", task.completed())
                .put("truncate", true);
        parts.addObject().put("type", "Spacer");
        if (task.priority().equals("high")) {
            parts.addObject()
                    .put("type", "Badge")
                    .put("label", language.localize(TaskText.HIGH_PRIORITY.text()))
                    .put("color", "danger");
        }
        parts.addObject()
                .put("type", "Button")
                .put("label", language.localize(TaskText.DELETE_TASK.text()))
                .put("size", "sm")
                .put("variant", "ghost")
                .set("onClickAction", action(DELETE, task, filter).put("streaming", true));
        if (!task.completed()) {
            row.set("onClickAction", action(COMPLETE, task, filter).put("streaming", false));
        }
        return row;
    }

    /** What takes the place of the last row; a list must not be empty. */
    private static ObjectNode noRow(Language language) {
        ObjectNode row = JSON.createObjectNode().put("type", "ListViewItem").put("key", "none");
        row.putArray("children")
                .addObject()
                .put("type", "Text")
                .put("value", language.localize(TaskText.NO_TASKS_LEFT.text()));
        return row;
    }

    private static ObjectNode action(String type, Details task, TaskFilter filter) {
        ObjectNode action = JSON.createObjectNode().put("type", type);
        ObjectNode payload = action.putObject("payload").put("id", task.id());
        if (!filter.equals(TaskFilter.NONE)) {
            put(payload.putObject("list"), filter);
        }
        return action.put("handler", "server").put("loadingBehavior", "container");
    }

    private static void put(ObjectNode list, TaskFilter filter) {
        put(
                list,
                "status",
                filter.status() == TaskStatus.ALL ? null : filter.status().word());
        put(
                list,
                "priority",
                filter.priority() == null ? null : filter.priority().word());
        put(list, "tag", filter.tag());
        put(list, "search", filter.search());
    }

    private static void put(ObjectNode list, String name, @Nullable String value) {
        if (value != null) {
            list.put(name, value);
        }
    }

    private static Optional<TaskId> id(JsonNode row) {
        try {
            return Optional.of(TaskId.of(row.path("key").stringValue("")));
        } catch (Failure notATask) {
            return Optional.empty();
        }
    }

    /** Each row has a button, whose action names the list. */
    private static TaskFilter filter(JsonNode row) {
        JsonNode list = row.path("children")
                .valueStream()
                .map(part -> part.at("/onClickAction/payload/list"))
                .filter(JsonNode::isObject)
                .findAny()
                .orElse(JSON.nullNode());
        try {
            return TaskFilter.of(text(list, "status"), text(list, "priority"), text(list, "tag"), text(list, "search"));
        } catch (Failure notOurs) {
            return TaskFilter.NONE;
        }
    }

    private static @Nullable String text(JsonNode list, String name) {
        return list.path(name).stringValue(null);
    }
}
