package dev.parley.application.reply;

import dev.parley.application.event.ItemUpdate;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.OutputText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A message as far as it was said, which grows in place. */
final class MessageAccumulator {

    private final ItemId id;
    private final Instant createdAt;
    private final List<Part> parts = new ArrayList<>();

    MessageAccumulator(ItemId id, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
    }

    /** A message that was begun with some parts. */
    static MessageAccumulator of(AssistantMessage begun) {
        MessageAccumulator draft = new MessageAccumulator(begun.id(), begun.createdAt());
        begun.content().forEach(part -> draft.parts.add(new Part(part)));
        return draft;
    }

    AssistantMessage message() {
        return new AssistantMessage(
                id, Item.DRAFT, parts.stream().map(Part::whole).toList(), createdAt);
    }

    int parts() {
        return parts.size();
    }

    OutputText part(int index) {
        return parts.get(index).whole();
    }

    boolean isEmpty() {
        return parts.stream().allMatch(part -> part.text.isEmpty());
    }

    void take(ItemUpdate update) {
        switch (update) {
            case ItemUpdate.PartAdded added -> put(added.contentIndex(), added.content());
            case ItemUpdate.TextDelta delta ->
                parts.get(delta.contentIndex()).text.append(delta.delta());
            case ItemUpdate.AnnotationAdded added ->
                parts.get(added.contentIndex()).annotations.add(added.annotation());
            case ItemUpdate.PartDone done -> put(done.contentIndex(), done.content());
            case ItemUpdate.WidgetTextDelta other -> {}
            case ItemUpdate.WidgetComponentUpdated other -> {}
            case ItemUpdate.WidgetRootUpdated other -> {}
            case ItemUpdate.WorkflowTaskAdded other -> {}
            case ItemUpdate.WorkflowTaskUpdated other -> {}
            case ItemUpdate.ImageUpdated other -> {}
        }
    }

    private void put(int index, OutputText content) {
        if (index == parts.size()) {
            parts.add(new Part(content));
        } else {
            parts.set(index, new Part(content));
        }
    }

    private static final class Part {

        private final StringBuilder text;
        private final List<Annotation> annotations;

        Part(OutputText begun) {
            text = new StringBuilder(begun.text());
            annotations = new ArrayList<>(begun.annotations());
        }

        OutputText whole() {
            return new OutputText(text.toString(), annotations);
        }
    }
}
