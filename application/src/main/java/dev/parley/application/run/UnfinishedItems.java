package dev.parley.application.run;

import dev.parley.domain.conversation.Annotation;
import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.OutputText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run's events leave unfinished: the items that were begun and not done, as far as they got. */
final class UnfinishedItems {

    private final Map<ItemId, Item> begun = new LinkedHashMap<>();

    void take(RunEvent event) {
        switch (event) {
            case RunEvent.ItemAdded added -> begun.put(added.item().id(), added.item());
            case RunEvent.ItemUpdated updated ->
                begun.computeIfPresent(updated.id(), (id, item) -> updated(item, updated.update()));
            case RunEvent.ItemDone done -> begun.remove(done.item().id());
            case RunEvent.ItemRemoved removed -> begun.remove(removed.id());
            case RunEvent.ItemReplaced replaced -> {}
            case RunEvent.StreamOptions options -> {}
            case RunEvent.ThreadCreated created -> {}
            case RunEvent.ThreadUpdated updated -> {}
            case RunEvent.Progress progress -> {}
            case RunEvent.ClientEffect effect -> {}
            case RunEvent.Notice notice -> {}
            case RunEvent.Failed failed -> {}
        }
    }

    /** In the order in which they were begun. */
    List<Item> items() {
        return List.copyOf(begun.values());
    }

    /** Only of messages something is kept, so only they are followed. */
    private static Item updated(Item item, ItemUpdate update) {
        return item instanceof AssistantMessage message
                ? new AssistantMessage(
                        message.id(), message.sequence(), updated(message.content(), update), message.createdAt())
                : item;
    }

    private static List<OutputText> updated(List<OutputText> content, ItemUpdate update) {
        return switch (update) {
            case ItemUpdate.PartAdded added -> with(content, added.contentIndex(), added.content());
            case ItemUpdate.TextDelta delta ->
                with(content, delta.contentIndex(), longer(content.get(delta.contentIndex()), delta.delta()));
            case ItemUpdate.AnnotationAdded added ->
                with(content, added.contentIndex(), annotated(content.get(added.contentIndex()), added.annotation()));
            case ItemUpdate.PartDone done -> with(content, done.contentIndex(), done.content());
            case ItemUpdate.WidgetTextDelta other -> content;
            case ItemUpdate.WidgetComponentUpdated other -> content;
            case ItemUpdate.WidgetRootUpdated other -> content;
            case ItemUpdate.WorkflowTaskAdded other -> content;
            case ItemUpdate.WorkflowTaskUpdated other -> content;
            case ItemUpdate.ImageUpdated other -> content;
        };
    }

    private static OutputText longer(OutputText part, String delta) {
        return new OutputText(part.text() + delta, part.annotations());
    }

    private static OutputText annotated(OutputText part, Annotation annotation) {
        List<Annotation> annotations = new ArrayList<>(part.annotations());
        annotations.add(annotation);
        return new OutputText(part.text(), annotations);
    }

    private static List<OutputText> with(List<OutputText> content, int index, OutputText part) {
        List<OutputText> parts = new ArrayList<>(content);
        if (index == parts.size()) {
            parts.add(part);
        } else {
            parts.set(index, part);
        }
        return parts;
    }
}
