package dev.parley.assistant.json;

import dev.parley.application.event.ItemUpdate;
import dev.parley.domain.shared.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The difference of two states of a widget, written as closely as the ChatKit protocol can: text that grows as what it has
 * grown by, else the smallest components with an id that hold all changes, else the whole widget. Components come and go
 * with the whole alone: where the ids of the two states differ, the whole is sent.
 */
final class WidgetChange {

    private static final Set<String> TEXTS = Set.of("Text", "Markdown");

    private final JsonNode before;
    private final JsonNode after;

    WidgetChange(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    List<ItemUpdate> updates(Json whole) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> ids = ids(before);
        boolean canBeParts = ids.equals(ids(after)) && Set.copyOf(ids).size() == ids.size();
        Optional<List<ItemUpdate>> parts = canBeParts ? inside(before, after) : Optional.empty();
        return parts.orElseGet(() -> List.of(new ItemUpdate.WidgetRootUpdated(whole)));
    }

    /** The updates that change one node into another; empty where whatever holds them has to be told instead. */
    private static Optional<List<ItemUpdate>> of(JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return Optional.of(List.of());
        }
        Optional<ItemUpdate> growth = growth(before, after);
        if (growth.isPresent()) {
            return growth.map(List::of);
        }
        Optional<List<ItemUpdate>> inside = inside(before, after);
        return inside.isPresent() || !isSameComponent(before, after)
                ? inside
                : Optional.of(List.of(new ItemUpdate.WidgetComponentUpdated(id(after), JacksonTrees.json(after))));
    }

    /** The updates of what two nodes hold; empty where they differ in more than that. */
    private static Optional<List<ItemUpdate>> inside(JsonNode before, JsonNode after) {
        boolean areAlike = before.isContainer()
                && before.getNodeType() == after.getNodeType()
                && before.size() == after.size()
                && Set.copyOf(before.propertyNames()).equals(Set.copyOf(after.propertyNames()));
        if (!areAlike) {
            return Optional.empty();
        }
        List<ItemUpdate> updates = new ArrayList<>();
        List<JsonNode> others = children(after, before);
        for (JsonNode child : before.values()) {
            Optional<List<ItemUpdate>> changes = of(child, others.removeFirst());
            if (changes.isEmpty()) {
                return Optional.empty();
            }
            updates.addAll(changes.get());
        }
        return Optional.of(updates);
    }

    /** Of a text with an id nothing may change but its end, and that it is still being written. */
    private static Optional<ItemUpdate> growth(JsonNode before, JsonNode after) {
        boolean canGrow = isSameComponent(before, after)
                && TEXTS.contains(after.path("type").stringValue(""))
                && before.path("value").isString()
                && after.path("value").isString()
                && after.path("value")
                        .stringValue()
                        .startsWith(before.path("value").stringValue())
                && (isStreaming(before) || !isStreaming(after))
                && rest(before).equals(rest(after));
        if (!canGrow) {
            return Optional.empty();
        }
        String delta = after.path("value")
                .stringValue()
                .substring(before.path("value").stringValue().length());
        return Optional.of(new ItemUpdate.WidgetTextDelta(id(after), delta, !isStreaming(after)));
    }

    private static boolean isSameComponent(JsonNode before, JsonNode after) {
        return isComponent(before)
                && isComponent(after)
                && !id(after).isEmpty()
                && id(before).equals(id(after))
                && before.path("type").equals(after.path("type"));
    }

    private static boolean isComponent(JsonNode node) {
        return node.isObject() && node.path("type").isString();
    }

    private static String id(JsonNode component) {
        return component.path("id").stringValue("");
    }

    private static boolean isStreaming(JsonNode text) {
        return text.path("streaming").asBoolean(false);
    }

    private static JsonNode rest(JsonNode text) {
        return text.deepCopy().asObject().without(List.of("value", "streaming"));
    }

    /** What a node holds, in the order in which another of the same properties holds it. */
    private static List<JsonNode> children(JsonNode node, JsonNode inTheOrderOf) {
        return node.isObject()
                ? new ArrayList<>(
                        inTheOrderOf.propertyNames().stream().map(node::path).toList())
                : new ArrayList<>(node.values());
    }

    /** The ids of all components, from the top down. */
    private static List<String> ids(JsonNode node) {
        Stream<String> own = isComponent(node) && !id(node).isEmpty() ? Stream.of(id(node)) : Stream.empty();
        return Stream.concat(own, node.values().stream().flatMap(child -> ids(child).stream()))
                .toList();
    }
}
