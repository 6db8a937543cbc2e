package dev.parley.application.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client knows that reads every event, and asks for nothing. */
final class ClientView {

    private final Map<ItemId, Item> items = new LinkedHashMap<>();
    private final Map<ItemId, Item> begun = new HashMap<>();
    private final Map<ItemId, StringBuilder> heard = new HashMap<>();
    private Optional<Conversation> thread = Optional.empty();

    /** Takes all that a run has told, which leaves nothing begun. */
    void take(List<RunEvent> events) {
        events.forEach(this::take);
        assertThat(begun).isEmpty();
    }

    /** The visible items, oldest first. */
    List<Item> items() {
        return items.values().stream()
                .sorted(Comparator.comparingLong(Item::sequence))
                .toList();
    }

    /** The thread as it was told last. */
    Optional<Conversation> thread() {
        return thread;
    }

    void retried(Item message) {
        items.values().removeIf(item -> item.sequence() > message.sequence());
    }

    void answered(ClientToolCall completed) {
        items.values().removeIf(item -> item instanceof ClientToolCall call && call.isPending());
        replaced(completed);
    }

    void replaced(Item item) {
        items.put(item.id(), item);
    }

    private void take(RunEvent event) {
        switch (event) {
            case RunEvent.ThreadCreated created -> thread = Optional.of(created.conversation());
            case RunEvent.ThreadUpdated updated -> thread = Optional.of(updated.conversation());
            case RunEvent.ItemAdded added -> {
                assertThat(items).doesNotContainKey(added.item().id());
                begun.put(added.item().id(), added.item());
            }
            case RunEvent.ItemUpdated updated -> {
                assertThat(begun).containsKey(updated.id());
                if (updated.update() instanceof ItemUpdate.TextDelta delta) {
                    heard.computeIfAbsent(updated.id(), id -> new StringBuilder())
                            .append(delta.delta());
                }
            }
            case RunEvent.ItemDone done -> done(done.item());
            case RunEvent.ItemReplaced replaced -> {
                assertThat(items).containsKey(replaced.item().id());
                replaced(replaced.item());
            }
            case RunEvent.ItemRemoved removed -> {
                items.remove(removed.id());
                begun.remove(removed.id());
            }
            case RunEvent.HiddenItemRemoved removed -> items.remove(removed.id());
            case RunEvent.StreamOptions options -> {}
            case RunEvent.Progress progress -> {}
            case RunEvent.ClientEffect effect -> {}
            case RunEvent.Notice notice -> {}
            case RunEvent.Failed failed -> {}
        }
    }

    private void done(Item item) {
        begun.remove(item.id());
        if (item instanceof AssistantMessage message && heard.containsKey(item.id())) {
            assertThat(heard.get(item.id()).toString()).isEqualTo(message.text());
        }
        if (item.isVisible()) {
            items.put(item.id(), item);
        }
    }
}
