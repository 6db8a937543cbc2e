package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.ItemPage;
import dev.parley.domain.conversation.PageOrder;
import dev.parley.domain.conversation.UnknownItemCursor;
import dev.parley.persistence.shared.Statements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of a thread's visible items, along the key of items; one statement more finds where a later page begins. */
final class ItemPages {

    static final String OLDEST_FIRST = page(">", "asc");

    static final String NEWEST_FIRST = page("<", "desc");

    private final Statements statements;

    ItemPages(Statements statements) {
        this.statements = statements;
    }

    ItemPage page(ConversationId id, PageOrder order, int limit, @Nullable ItemId after) {
        boolean ascending = order == PageOrder.OLDEST_FIRST;
        long begin = after == null ? (ascending ? 0 : Long.MAX_VALUE) : sequence(id, after);
        List<Item> found = statements
                .step(
                        "item.list",
                        jdbc -> jdbc.sql(ascending ? OLDEST_FIRST : NEWEST_FIRST)
                                .param("id", id.value())
                                .param("begin", begin)
                                .param("limit", limit + 1)
                                .query(ItemRow::of)
                                .list())
                .stream()
                .map(ItemJson::item)
                .toList();
        boolean hasMore = found.size() > limit;
        return new ItemPage(hasMore ? found.subList(0, limit) : found, hasMore);
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
                .orElseThrow(UnknownItemCursor::new);
    }

    /** What is hidden is left out here, so that every page is full. */
    private static String page(String behind, String direction) {
        return ThreadItems.SELECT + """
                and sequence %s :begin and type not in ('tool_call', 'hidden_context', 'note')
                order by sequence %s limit :limit""".formatted(behind, direction);
    }
}
