package dev.parley.application.testing;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.history.HistoryRepository;
import dev.parley.domain.history.ItemBatch;
import dev.parley.domain.history.ItemRange;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Message;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.shared.PageLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Histories in memory; remembers how much was read at a time. */
public final class InMemoryHistoryRepository implements HistoryRepository {

    private final InMemoryStore store;
    private final AtomicLong most = new AtomicLong();

    /** Makes a repository over a store. */
    public InMemoryHistoryRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public ItemBatch items(ConversationId thread, ItemRange range, PageLimit limit) {
        List<Item> all = store.tables().items.getOrDefault(thread, List.of()).stream()
                .filter(item -> item.sequence() > range.older() && item.sequence() < range.newer())
                .filter(item -> isOf(range.kind(), item))
                .toList();
        ItemBatch batch = first(range.ascending() ? all : all.reversed(), limit);
        most.accumulateAndGet(batch.bytes(), Math::max);
        return batch;
    }

    /** The most bytes that were read at a time. */
    public long mostBytesAtATime() {
        return most.get();
    }

    static ItemBatch first(List<Item> all, PageLimit limit) {
        List<Item> items = new ArrayList<>();
        long bytes = 0;
        for (Item item : all) {
            long more = bytes + InMemoryStore.bytes(item);
            if (items.size() == limit.entries() || (!items.isEmpty() && more > limit.bytes())) {
                break;
            }
            items.add(item);
            bytes = more;
        }
        return new ItemBatch(items, bytes, items.size() < all.size());
    }

    private static boolean isOf(ItemRange.Kind kind, Item item) {
        boolean isCall = item instanceof ToolCall;
        boolean isMessageOrCall = isCall || item instanceof Message;
        return switch (kind) {
            case ANY -> true;
            case MESSAGE_OR_CALL -> isMessageOrCall;
            case CALL -> isCall;
            case OTHER_VISIBLE -> !isMessageOrCall && item.isVisible();
        };
    }
}
