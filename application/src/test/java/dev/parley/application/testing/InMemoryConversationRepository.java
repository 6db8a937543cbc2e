package dev.parley.application.testing;

import dev.parley.application.testing.InMemoryStore.Tables;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationPage;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.SessionLimitReached;
import dev.parley.domain.conversation.ToolCall;
import dev.parley.domain.conversation.UnknownCursor;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import java.util.Comparator;
import java.util.List;
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
            throw new SessionLimitReached(maximumPerOwner);
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
        store.tables()
                .items
                .put(
                        id,
                        Stream.concat(items(id).stream(), Stream.of(appended.item()))
                                .toList());
    }

    @Override
    public void save(ConversationId id, ToolCall call) {
        List<Item> items = items(id).stream()
                .map(item -> item.sequence() == call.sequence() ? call : item)
                .toList();
        store.tables().items.replace(id, items);
    }

    @Override
    public List<Item> items(ConversationId id) {
        return store.tables().items.getOrDefault(id, List.of());
    }

    @Override
    public List<Item> latestItems(ConversationId id, int maximum) {
        List<Item> items = items(id);
        return items.subList(Math.max(0, items.size() - maximum), items.size());
    }

    @Override
    public ConversationPage list(AccountId owner, int limit, @Nullable ConversationId after) {
        List<Conversation> all = ofOwner(owner);
        List<Conversation> rest = after == null ? all : behind(all, after);
        return new ConversationPage(rest.stream().limit(limit).toList(), all.size(), rest.size() > limit);
    }

    @Override
    public void delete(Conversation conversation) {
        Tables tables = store.tables();
        tables.conversations.remove(conversation.id());
        tables.items.remove(conversation.id());
        List<RunId> runs = tables.runs.values().stream()
                .filter(run -> run.conversation().equals(conversation.id()))
                .map(Run::id)
                .toList();
        runs.forEach(tables::remove);
        tables.attachments.values().removeIf(attachment -> conversation.id().equals(attachment.conversation()));
        tables.chunks.keySet().removeIf(content -> !tables.attachments.containsKey(content.attachment()));
    }

    private List<Conversation> ofOwner(AccountId owner) {
        return store.tables().conversations.values().stream()
                .filter(conversation -> conversation.owner().equals(owner))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static List<Conversation> behind(List<Conversation> all, ConversationId after) {
        int index = all.stream().map(Conversation::id).toList().indexOf(after);
        if (index < 0) {
            throw new UnknownCursor();
        }
        return all.subList(index + 1, all.size());
    }
}
