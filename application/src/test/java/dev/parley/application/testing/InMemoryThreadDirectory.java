package dev.parley.application.testing;

import dev.parley.application.testing.InMemoryStore.Deleted;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.Subject;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everybody's threads in memory. */
public final class InMemoryThreadDirectory implements ThreadDirectory {

    private final InMemoryStore store;

    /** Makes a directory of a store. */
    public InMemoryThreadDirectory(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<ListedThread> find(ConversationId id) {
        return Optional.ofNullable(store.tables().conversations.get(id)).map(this::listed);
    }

    @Override
    public List<ListedThread> threads(@Nullable AccountId owner, Bounds<ConversationId> bounds) {
        List<Conversation> ofOwner = store.tables().conversations.values().stream()
                .filter(conversation -> owner == null || conversation.owner().equals(owner))
                .toList();
        Bounds<String> asTexts =
                new Bounds<>(bounds.ascending(), text(bounds.older()), text(bounds.newer()), bounds.maximum());
        return within(ofOwner, conversation -> conversation.id().toString(), asTexts).stream()
                .map(this::listed)
                .toList();
    }

    @Override
    public OptionalLong sequence(ConversationId thread, ItemId item) {
        return itemsOf(thread).stream()
                .filter(candidate -> candidate.id().equals(item))
                .findAny()
                .or(() -> deleted(thread, item))
                .stream()
                .mapToLong(Item::sequence)
                .findAny();
    }

    private Optional<Item> deleted(ConversationId thread, ItemId item) {
        return Optional.ofNullable(store.tables()
                        .deletedItems
                        .getOrDefault(thread, Map.of())
                        .get(item))
                .map(Deleted::entry);
    }

    private List<Item> itemsOf(ConversationId thread) {
        return store.tables().items.getOrDefault(thread, List.of());
    }

    private ListedThread listed(Conversation conversation) {
        Subject nameless = new Subject(conversation.owner().toString());
        return new ListedThread(conversation, store.tables().subjects.getOrDefault(conversation.owner(), nameless));
    }

    private static @Nullable String text(@Nullable ConversationId id) {
        return id == null ? null : id.toString();
    }

    private static <T, K extends Comparable<K>> List<T> within(
            Collection<T> all, Function<T, K> key, Bounds<K> bounds) {
        Comparator<T> oldestFirst = Comparator.comparing(key);
        return all.stream()
                .filter(each -> bounds.older() == null || key.apply(each).compareTo(bounds.older()) > 0)
                .filter(each -> bounds.newer() == null || key.apply(each).compareTo(bounds.newer()) < 0)
                .sorted(bounds.ascending() ? oldestFirst : oldestFirst.reversed())
                .limit(bounds.maximum())
                .toList();
    }
}
