package dev.parley.application.reply;

import dev.parley.application.event.RunEvent;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run's events leave unfinished: the items that were begun and not done, as far as they got. */
public final class OpenItemsProjection {

    private final Map<ItemId, Item> begun = new LinkedHashMap<>();

    /** Only of messages something is kept, so only they are followed. */
    private final Map<ItemId, MessageAccumulator> messages = new HashMap<>();

    public void take(RunEvent event) {
        switch (event) {
            case RunEvent.ItemAdded added -> begin(added.item());
            case RunEvent.ItemUpdated updated -> update(updated);
            case RunEvent.ItemDone done -> end(done.item().id());
            case RunEvent.ItemRemoved removed -> end(removed.id());
            case RunEvent.HiddenItemRemoved removed -> {}
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
    public List<Item> items() {
        return begun.values().stream().map(this::asFarAsItGot).toList();
    }

    private void begin(Item item) {
        begun.put(item.id(), item);
        if (item instanceof AssistantMessage message) {
            messages.put(item.id(), MessageAccumulator.of(message));
        }
    }

    private void update(RunEvent.ItemUpdated updated) {
        MessageAccumulator message = messages.get(updated.id());
        if (message != null) {
            message.take(updated.update());
        }
    }

    private void end(ItemId id) {
        begun.remove(id);
        messages.remove(id);
    }

    private Item asFarAsItGot(Item item) {
        MessageAccumulator message = messages.get(item.id());
        return message == null ? item : message.message();
    }
}
