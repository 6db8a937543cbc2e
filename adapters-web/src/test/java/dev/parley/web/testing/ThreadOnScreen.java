package dev.parley.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a component shows of a thread that reads every stream and asks for nothing. It puts together from the updates what it
 * shows meanwhile, which has to be what is told in the end.
 */
public final class ThreadOnScreen {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What an item shows that is put together from updates, by its type. */
    private static final Map<String, String> GROWING = Map.of(
            "assistant_message", "/content",
            "workflow", "/workflow/tasks",
            "widget", "/widget",
            "generated_image", "/image");

    private final Map<String, JsonNode> items = new LinkedHashMap<>();
    private final Map<String, ObjectNode> begun = new HashMap<>();
    private JsonNode thread = JSON.missingNode();

    /** Takes a whole stream, which leaves nothing begun. */
    public void take(List<JsonNode> events) {
        events.forEach(this::take);
        assertThat(begun).as("what was begun, and is neither done nor removed").isEmpty();
    }

    /** The items, oldest first. */
    public List<JsonNode> items() {
        return List.copyOf(items.values());
    }

    /** The thread as it was told last, without its items. */
    public JsonNode thread() {
        return thread;
    }

    /** The user gave the thread another title. */
    public void renamed(JsonNode renamed) {
        thread = renamed;
    }

    /** The user has a message answered again, which deletes what stands behind it. */
    public void retried(String message) {
        List<String> ids = new ArrayList<>(items.keySet());
        items.keySet().removeAll(Set.copyOf(ids.subList(ids.indexOf(message) + 1, ids.size())));
    }

    /** The user's client has done what the newest item asks for, which makes older wishes void. */
    public void completed(JsonNode output) {
        ObjectNode call = ((ObjectNode) items().getLast()).deepCopy();
        items.values()
                .removeIf(item -> item.at("/type").asString().equals("client_tool_call")
                        && item.at("/status").asString().equals("pending"));
        call.put("status", "completed").set("output", output);
        items.put(id(call), call);
    }

    /** An item has taken the place of the one with its id. */
    public void replaced(JsonNode item) {
        assertThat(items).containsKey(id(item));
        items.put(id(item), item);
    }

    private void take(JsonNode event) {
        switch (event.at("/type").asString()) {
            case "thread.created", "thread.updated" -> thread = event.at("/thread");
            case "thread.item.added" -> {
                assertThat(items).doesNotContainKey(id(event.at("/item")));
                begun.put(id(event.at("/item")), (ObjectNode) event.at("/item").deepCopy());
            }
            case "thread.item.updated" ->
                update(
                        Objects.requireNonNull(begun.get(event.at("/item_id").asString()), "it was not begun"),
                        event.at("/update"));
            case "thread.item.done" -> done(event.at("/item"));
            case "thread.item.replaced" -> replaced(event.at("/item"));
            case "thread.item.removed" -> removed(event.at("/item_id").asString());
            default -> {}
        }
    }

    private void done(JsonNode item) {
        assertThat(items).doesNotContainKey(id(item));
        Optional<ObjectNode> shown = Optional.ofNullable(begun.remove(id(item)));
        String growing = GROWING.get(item.at("/type").asString());
        if (shown.isPresent() && growing != null) {
            assertThat(shown.get().at(growing)).isEqualTo(item.at(growing));
        }
        items.put(id(item), item);
    }

    private void removed(String id) {
        assertThat(items.remove(id) != null || begun.remove(id) != null)
                .as("%s was there", id)
                .isTrue();
    }

    private static void update(ObjectNode item, JsonNode update) {
        switch (update.at("/type").asString()) {
            case "assistant_message.content_part.added" ->
                append(item.withArray("/content"), update.at("/content_index"), update.at("/content"));
            case "assistant_message.content_part.text_delta" ->
                grow(part(item, update), "text", update.at("/delta").asString());
            case "assistant_message.content_part.annotation_added" ->
                append(
                        part(item, update).withArray("annotations"),
                        update.at("/annotation_index"),
                        update.at("/annotation"));
            case "assistant_message.content_part.done" ->
                assertThat((JsonNode) part(item, update)).isEqualTo(update.at("/content"));
            case "workflow.task.added" ->
                append(item.withArray("/workflow/tasks"), update.at("/task_index"), update.at("/task"));
            case "workflow.task.updated" ->
                item.withArray("/workflow/tasks").set(update.at("/task_index").asInt(), update.at("/task"));
            case "widget.root.updated" -> item.set("widget", update.at("/widget"));
            case "widget.component.updated" ->
                component(item, update).removeAll().setAll((ObjectNode)
                        update.at("/component").deepCopy());
            case "widget.streaming_text.value_delta" -> {
                ObjectNode text = component(item, update);
                grow(text, "value", update.at("/delta").asString());
                text.put("streaming", !update.at("/done").asBoolean());
            }
            case "generated_image.updated" -> item.set("image", update.at("/image"));
            default -> throw new AssertionError("unheard of: " + update);
        }
    }

    private static ObjectNode part(ObjectNode item, JsonNode update) {
        return (ObjectNode) item.at("/content").path(update.at("/content_index").asInt());
    }

    private static ObjectNode component(ObjectNode item, JsonNode update) {
        String id = update.at("/component_id").asString();
        return item.at("/widget").findParents("id").stream()
                .filter(component -> component.at("/id").asString().equals(id))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void append(ArrayNode to, JsonNode index, JsonNode entry) {
        assertThat(index.asInt()).isEqualTo(to.size());
        to.add(entry.deepCopy());
    }

    private static void grow(ObjectNode part, String field, String delta) {
        part.put(field, part.path(field).asString("") + delta);
    }

    private static String id(JsonNode item) {
        return item.at("/id").asString();
    }
}
