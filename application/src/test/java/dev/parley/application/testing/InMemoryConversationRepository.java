package dev.parley.application.testing;

import dev.parley.application.testing.InMemoryStore.Deleted;
import dev.parley.application.testing.InMemoryStore.Tables;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.history.ItemBatch;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Message;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations in memory. */
public final class InMemoryConversationRepository implements ConversationRepository {

    private static final Comparator<Conversation> NEWEST_FIRST = Comparator.comparing(Conversation::updatedAt)
            .thenComparing(conversation -> conversation.id().toString())
            .reversed();

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryConversationRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(Conversation conversation, int maximumPerOwner) {
        Tables tables = store.tables();
        if (ofOwner(conversation.owner()).size() >= maximumPerOwner) {
            throw new Failure(ConversationError.SESSION_LIMIT, maximumPerOwner);
        }
        tables.accounts.putIfAbsent(
                conversation.owner(), new Account(conversation.owner(), null, conversation.createdAt()));
        tables.conversations.put(conversation.id(), conversation);
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return Optional.ofNullable(store.tables().conversations.get(id));
    }

    @Override
    public Optional<Conversation> lock(ConversationId id) {
        return find(id);
    }

    @Override
    public void save(Conversation conversation) {
        store.tables().conversations.replace(conversation.id(), conversation);
    }

    @Override
    public void append(Conversation.Appended appended) {
        save(appended.conversation());
        ConversationId id = appended.conversation().id();
        put(
                id,
                Stream.concat(items(id).stream(), Stream.of(appended.item()))
                        .sorted(Comparator.comparingLong(Item::sequence)));
    }

    @Override
    public void save(ConversationId id, Item saved) {
        put(id, items(id).stream().map(item -> item.sequence() == saved.sequence() ? saved : item));
    }

    @Override
    public Optional<Item> findItem(ConversationId id, ItemId item) {
        return items(id).stream().filter(each -> each.id().equals(item)).findAny();
    }

    @Override
    public boolean deleteItem(ConversationId id, ItemId item) {
        Optional<Item> found = findItem(id, item);
        found.ifPresent(deleted -> keepPlace(id, deleted));
        put(id, items(id).stream().filter(each -> !each.id().equals(item)));
        forgetFeedback(id);
        return found.isPresent();
    }

    @Override
    public int deleteItemsBehind(ConversationId id, long sequence) {
        List<Item> deleted =
                items(id).stream().filter(item -> item.sequence() > sequence).toList();
        deleted.forEach(item -> keepPlace(id, item));
        put(id, items(id).stream().filter(item -> item.sequence() <= sequence));
        forgetFeedback(id);
        return (int) deleted.stream().filter(Message.class::isInstance).count();
    }

    @Override
    public List<ItemId> pendingToolCalls(ConversationId id) {
        return items(id).stream()
                .filter(ClientToolCall.class::isInstance)
                .map(ClientToolCall.class::cast)
                .filter(ClientToolCall::isPending)
                .map(ClientToolCall::id)
                .toList();
    }

    @Override
    public Optional<UserMessage> latestUserMessage(ConversationId id) {
        return items(id).reversed().stream()
                .filter(UserMessage.class::isInstance)
                .map(UserMessage.class::cast)
                .findFirst();
    }

    @Override
    public Page<Item> visibleItems(ConversationId id, PageOrder order, PageLimit limit, @Nullable ItemId after) {
        List<Item> all = order == PageOrder.OLDEST_FIRST ? items(id) : items(id).reversed();
        Comparator<Item> oldestFirst = Comparator.comparingLong(Item::sequence);
        List<Item> rest = after == null
                ? all
                : after(
                        all,
                        findItem(id, after)
                                .or(() -> Optional.ofNullable(store.tables()
                                                .deletedItems
                                                .getOrDefault(id, Map.of())
                                                .get(after))
                                        .map(Deleted::entry)),
                        order == PageOrder.OLDEST_FIRST ? oldestFirst : oldestFirst.reversed());
        List<Item> visible = rest.stream().filter(Item::isVisible).toList();
        ItemBatch page = InMemoryHistoryRepository.first(visible, limit);
        return new Page<>(page.items(), page.hasMore());
    }

    @Override
    public List<Item> items(ConversationId id) {
        return store.tables().items.getOrDefault(id, List.of());
    }

    @Override
    public List<Item> latestItems(ConversationId id, long last, PageLimit limit) {
        List<Item> items = items(id).reversed().stream()
                .filter(item -> item.sequence() <= last)
                .toList();
        return InMemoryHistoryRepository.first(items, limit).items().reversed();
    }

    @Override
    public Page<Conversation> list(AccountId owner, PageOrder order, PageRequest<ConversationId> request) {
        List<Conversation> all = order == PageOrder.NEWEST_FIRST
                ? ofOwner(owner)
                : ofOwner(owner).reversed();
        ConversationId after = request.after();
        List<Conversation> rest = after == null
                ? all
                : after(
                        all,
                        find(after)
                                .or(() -> Optional.ofNullable(store.tables()
                                                .deletedConversations
                                                .get(after))
                                        .map(Deleted::entry))
                                .filter(conversation -> conversation.owner().equals(owner)),
                        order == PageOrder.NEWEST_FIRST ? NEWEST_FIRST : NEWEST_FIRST.reversed());
        return new Page<>(request.page(rest).entries(), all.size(), rest.size() > request.limit());
    }

    @Override
    public void delete(Conversation conversation) {
        Tables tables = store.tables();
        tables.conversations.remove(conversation.id());
        tables.deletedConversations.put(conversation.id(), store.deleted(conversation));
        tables.items.remove(conversation.id());
        tables.deletedItems.remove(conversation.id());
        forgetFeedback(conversation.id());
        List<RunId> runs = tables.runs.values().stream()
                .filter(run -> run.conversation().equals(conversation.id()))
                .map(Run::id)
                .toList();
        runs.forEach(tables::remove);
        tables.attachments.values().removeIf(attachment -> conversation.id().equals(attachment.conversation()));
        tables.chunks.keySet().removeIf(content -> !tables.attachments.containsKey(content.attachment()));
    }

    @Override
    public int forgetDeleted(Duration age, int maximum) {
        Tables tables = store.tables();
        int forgotten = store.forget(tables.deletedConversations, age, maximum);
        for (Map<ItemId, Deleted<Item>> items : tables.deletedItems.values()) {
            forgotten = Math.max(forgotten, store.forget(items, age, maximum));
        }
        return forgotten;
    }

    private void keepPlace(ConversationId id, Item item) {
        store.tables()
                .deletedItems
                .computeIfAbsent(id, thread -> new HashMap<>())
                .put(item.id(), store.deleted(item));
    }

    private List<Conversation> ofOwner(AccountId owner) {
        return store.tables().conversations.values().stream()
                .filter(conversation -> conversation.owner().equals(owner))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private void put(ConversationId id, Stream<Item> items) {
        store.tables().items.put(id, items.toList());
    }

    private void forgetFeedback(ConversationId id) {
        store.tables()
                .feedback
                .removeIf(feedback -> feedback.conversation().equals(id)
                        && findItem(id, feedback.item()).isEmpty());
    }

    /** Behind what never was there is nothing. */
    private static <T> List<T> after(List<T> all, Optional<T> last, Comparator<T> order) {
        return all.stream()
                .filter(entry -> last.isPresent() && order.compare(entry, last.get()) > 0)
                .toList();
    }
}
