package dev.parley.application.reply;

import dev.parley.application.assistant.ItemChange;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Message;
import dev.parley.domain.shared.Failure;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run changes in its thread, which is locked meanwhile. */
final class ThreadChanges {

    private static final ThreadChange NONE = new ThreadChange(List.of(), () -> {});

    private final ConversationRepository conversations;
    private final InstantSource clock;

    ThreadChanges(ConversationRepository conversations, InstantSource clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Items at the end of the thread. */
    ThreadChange append(Conversation before, List<Item> drafts, List<RunEvent> first) {
        List<RunEvent> events = new ArrayList<>(first);
        List<Appended> all = new ArrayList<>();
        Conversation current = before;
        for (Item draft : drafts) {
            Appended appended = current.append(draft, draft.createdAt());
            events.add(new RunEvent.ItemDone(appended.item()));
            all.add(appended);
            current = appended.conversation();
        }
        return new ThreadChange(events, () -> all.forEach(conversations::append));
    }

    /** An item as a change makes it; nothing where the thread has no such item. */
    ThreadChange change(Conversation conversation, ItemChange change) {
        return conversations
                .findItem(conversation.id(), change.item())
                .map(change::apply)
                .map(after -> replacement(conversation, after))
                .orElse(NONE);
    }

    private ThreadChange replacement(Conversation conversation, Item after) {
        return new ThreadChange(List.of(new RunEvent.ItemReplaced(after)), () -> {
            conversations.save(conversation.id(), after);
            conversations.save(conversation.touched(clock.instant()));
        });
    }

    /** One item less. */
    ThreadChange remove(Conversation conversation, ItemId id) {
        Optional<Item> found = conversations.findItem(conversation.id(), id);
        boolean isShown = found.filter(Item::isVisible).isPresent();
        RunEvent event = isShown ? new RunEvent.ItemRemoved(id) : new RunEvent.HiddenItemRemoved(id);
        return new ThreadChange(List.of(event), () -> {
            Item item = found.orElseThrow(() -> new Failure(ConversationError.ITEM_NOT_FOUND));
            conversations.deleteItem(conversation.id(), id);
            conversations.save(conversation.without(item instanceof Message ? 1 : 0, clock.instant()));
        });
    }

    /** The thread itself. */
    ThreadChange update(Conversation changed) {
        return new ThreadChange(List.of(new RunEvent.ThreadUpdated(changed)), () -> conversations.save(changed));
    }
}
