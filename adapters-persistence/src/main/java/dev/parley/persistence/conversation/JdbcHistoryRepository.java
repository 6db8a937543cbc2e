package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.history.HistoryRepository;
import dev.parley.domain.history.ItemBatch;
import dev.parley.domain.history.ItemRange;
import dev.parley.domain.shared.PageLimit;
import dev.parley.persistence.shared.SqlSteps;
import org.springframework.stereotype.Component;

/** Histories in PostgreSQL. */
@Component
final class JdbcHistoryRepository implements HistoryRepository {

    private final BoundedItems items;

    JdbcHistoryRepository(SqlSteps statements) {
        this.items = new BoundedItems(statements);
    }

    @Override
    public ItemBatch items(ConversationId thread, ItemRange range, PageLimit limit) {
        return items.read(
                "item.read",
                sql(range.kind(), range.ascending()),
                limit,
                statement -> statement
                        .param("id", thread.value())
                        .param("older", range.older())
                        .param("newer", range.newer()));
    }

    static String sql(ItemRange.Kind kind, boolean ascending) {
        String types = switch (kind) {
            case ANY -> "";
            case MESSAGE_OR_CALL -> " and type in ('user_message', 'assistant_message', 'tool_call')";
            case CALL -> " and type = 'tool_call'";
            case OTHER_VISIBLE ->
                " and type not in ('user_message', 'assistant_message', 'tool_call', 'hidden_context', 'note')";
        };
        return BoundedItems.sql("and sequence > :older and sequence < :newer" + types, ascending);
    }
}
