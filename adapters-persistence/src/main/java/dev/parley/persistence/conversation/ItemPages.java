package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.history.ItemBatch;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.persistence.shared.SqlSteps;
import org.jspecify.annotations.Nullable;

/** The pages of a thread's visible items, along the key of items. */
final class ItemPages {

    static final String OLDEST_FIRST = page("", true);

    static final String NEWEST_FIRST = page("", false);

    static final String LATER_OLDEST_FIRST = page("and sequence > " + ThreadItems.PLACE, true);

    static final String LATER_NEWEST_FIRST = page("and sequence < " + ThreadItems.PLACE, false);

    private final BoundedItems items;

    ItemPages(SqlSteps statements) {
        this.items = new BoundedItems(statements);
    }

    Page<Item> page(ConversationId id, PageOrder order, PageLimit limit, @Nullable ItemId after) {
        boolean ascending = order == PageOrder.OLDEST_FIRST;
        ItemBatch found = after == null
                ? items.read(
                        "item.list",
                        ascending ? OLDEST_FIRST : NEWEST_FIRST,
                        limit,
                        statement -> statement.param("id", id.value()))
                : items.read(
                        "item.list",
                        ascending ? LATER_OLDEST_FIRST : LATER_NEWEST_FIRST,
                        limit,
                        statement -> statement.param("id", id.value()).param("item", after.value()));
        return new Page<>(found.items(), found.hasMore());
    }

    /** What is hidden is left out here, so that every page is full. */
    private static String page(String behind, boolean ascending) {
        return BoundedItems.sql(behind + " and type not in ('tool_call', 'hidden_context', 'note')", ascending);
    }
}
