package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.history.ItemBatch;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.persistence.shared.SqlSteps;
import org.jspecify.annotations.Nullable;

/** The pages of a thread's visible items, along the key of items; one statement more finds where a later page begins. */
final class ItemPages {

    static final String OLDEST_FIRST = page(">", true);

    static final String NEWEST_FIRST = page("<", false);

    private final SqlSteps statements;
    private final BoundedItems items;

    ItemPages(SqlSteps statements) {
        this.statements = statements;
        this.items = new BoundedItems(statements);
    }

    Page<Item> page(ConversationId id, PageOrder order, PageLimit limit, @Nullable ItemId after) {
        boolean ascending = order == PageOrder.OLDEST_FIRST;
        long begin = after == null ? (ascending ? 0 : Long.MAX_VALUE) : sequence(id, after);
        ItemBatch found = items.read(
                "item.list",
                ascending ? OLDEST_FIRST : NEWEST_FIRST,
                limit,
                statement -> statement.param("id", id.value()).param("begin", begin));
        return new Page<>(found.items(), found.hasMore());
    }

    private long sequence(ConversationId id, ItemId item) {
        return statements
                .step(
                        "item.list",
                        jdbc -> jdbc.sql("select sequence from item where conversation_id = :id and id = :item")
                                .param("id", id.value())
                                .param("item", item.value())
                                .query(Long.class)
                                .optional())
                .orElseThrow(() -> new Failure(ConversationError.UNKNOWN_ITEM_CURSOR));
    }

    /** What is hidden is left out here, so that every page is full. */
    private static String page(String behind, boolean ascending) {
        return BoundedItems.sql(
                "and sequence %s :begin and type not in ('tool_call', 'hidden_context', 'note')".formatted(behind),
                ascending);
    }
}
