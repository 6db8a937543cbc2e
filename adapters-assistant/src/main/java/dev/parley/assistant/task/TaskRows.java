package dev.parley.assistant.task;

import dev.parley.application.shared.Language;
import dev.parley.assistant.task.TaskAnswer.Many;
import dev.parley.assistant.task.TaskAnswer.Told;
import dev.parley.domain.shared.Json;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks as the rows of a ChatKit {@code ListView}: a click completes a task, a button deletes it. */
final class TaskRows {

    /** Completes a task, at once. */
    static final String COMPLETE = "task.complete";

    /** Deletes a task. */
    static final String DELETE = "task.delete";

    private static final int MOST_ROWS = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TaskRows() {}

    /** The first tasks of a list. */
    static Json widget(Many listed, Language language) {
        ObjectNode view = JSON.createObjectNode().put("type", "ListView");
        ArrayNode rows = view.putArray("children");
        listed.tasks().stream()
                .limit(MOST_ROWS)
                .map(task -> row(task, language))
                .forEach(rows::add);
        if (listed.total() > rows.size()) {
            view.putObject("status")
                    .put("text", language.localize(TaskText.TASKS_SHOWN.text(rows.size(), listed.total())));
        }
        return json(view);
    }

    /** A widget with a task as it is now; the same where the task has no row. */
    static Json with(Json widget, Told task, Language language) {
        return changed(widget, task.id(), language, rows -> rows.add(row(task, language)));
    }

    /** A widget without a task. */
    static Json without(Json widget, String task, Language language) {
        return changed(widget, task, language, rows -> {});
    }

    private static Json changed(Json widget, String task, Language language, Consumer<ArrayNode> instead) {
        JsonNode read = JSON.readTree(widget.text());
        if (!(read instanceof ObjectNode view) || !view.path("children").isArray()) {
            return widget;
        }
        ArrayNode rows = JSON.createArrayNode();
        for (JsonNode row : view.path("children").values()) {
            if (row.path("key").stringValue("").equals(task)) {
                instead.accept(rows);
            } else {
                rows.add(row);
            }
        }
        view.set("children", rows.isEmpty() ? rows.add(noRow(language)) : rows);
        return json(view);
    }

    private static ObjectNode row(Told task, Language language) {
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
                .set("onClickAction", action(DELETE, task));
        if (!task.completed()) {
            row.set("onClickAction", action(COMPLETE, task).put("streaming", false));
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

    private static ObjectNode action(String type, Told task) {
        ObjectNode action = JSON.createObjectNode().put("type", type);
        action.putObject("payload").put("id", task.id());
        return action.put("handler", "server").put("loadingBehavior", "container");
    }

    private static Json json(JsonNode node) {
        return new Json(JSON.writeValueAsString(node));
    }
}
