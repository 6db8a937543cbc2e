package dev.parley.persistence.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.shared.PageLimit;
import dev.parley.persistence.shared.ExpiredRows;
import dev.parley.persistence.shared.SqlSteps;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The items of a thread, one by one and all together. */
final class ThreadItems {

    static final String SELECT =
            "select sequence, id, type, payload, created_at from item where conversation_id = :id ";

    static final String BY_ID = SELECT + "and id = :item";

    /** Where items stood that have been deleted. */
    static final ExpiredRows DELETED =
            new ExpiredRows("deleted.forget", "deleted_item", "conversation_id, id", "deleted_at");

    /** Where an item stands or, if it has been deleted, stood in its thread; null where it never did. */
    static final String PLACE = """
            coalesce(
                (select place.sequence from item as place where place.conversation_id = :id and place.id = :item),
                (select place.sequence from deleted_item as place where place.conversation_id = :id and place.id = :item))
            """;

    static final String DELETE = deleting("id = :item", "select count(*) from deleted");

    static final String DELETE_BEHIND = deleting(
            "sequence > :sequence", "select count(*) from deleted where type in ('user_message', 'assistant_message')");

    private static final String LATEST = BoundedItems.sql("and sequence <= :last", false);

    private final SqlSteps statements;
    private final BoundedItems bounded;

    ThreadItems(SqlSteps statements) {
        this.statements = statements;
        this.bounded = new BoundedItems(statements);
    }

    List<Item> all(ConversationId id) {
        return read(id, SELECT + "order by sequence", statement -> statement);
    }

    List<Item> latest(ConversationId id, long last, PageLimit limit) {
        return bounded.read(
                        "item.read",
                        LATEST,
                        limit,
                        statement -> statement.param("id", id.value()).param("last", last))
                .items()
                .reversed();
    }

    Optional<UserMessage> latestUserMessage(ConversationId id) {
        return read(id, SELECT + "and type = 'user_message' order by sequence desc limit 1", statement -> statement)
                .stream()
                .map(UserMessage.class::cast)
                .findAny();
    }

    List<ItemId> pendingToolCalls(ConversationId id) {
        return statements.step(
                "item.read",
                jdbc -> jdbc.sql("""
                        select id from item
                        where conversation_id = :id and type = 'client_tool_call' and payload ->> 'output' is null
                        order by sequence""")
                        .param("id", id.value())
                        .query((row, number) -> new ItemId(row.getString("id")))
                        .list());
    }

    Optional<Item> find(ConversationId id, ItemId item) {
        return read(id, BY_ID, statement -> statement.param("item", item.value())).stream()
                .findAny();
    }

    void save(ConversationId id, Item item) {
        ItemRow row = ItemJson.row(item);
        statements.step(
                "item.update",
                jdbc -> jdbc.sql("""
                        update item set payload = cast(:payload as json)
                        where conversation_id = :id and sequence = :sequence""")
                        .param("id", id.value())
                        .param("sequence", row.sequence())
                        .param("payload", row.payload())
                        .update());
    }

    boolean delete(ConversationId id, ItemId item) {
        return statements.step(
                        "item.delete",
                        jdbc -> jdbc.sql(DELETE)
                                .param("id", id.value())
                                .param("item", item.value())
                                .query(Integer.class)
                                .single())
                == 1;
    }

    int deleteBehind(ConversationId id, long sequence) {
        return statements.step(
                "item.delete",
                jdbc -> jdbc.sql(DELETE_BEHIND)
                        .param("id", id.value())
                        .param("sequence", sequence)
                        .query(Integer.class)
                        .single());
    }

    /** Deletes items and keeps their places. An id that was deleted before stood where it was deleted last. */
    private static String deleting(String which, String result) {
        return """
                with deleted as (
                    delete from item where conversation_id = :id and %s returning conversation_id, id, sequence, type),
                kept as (
                    insert into deleted_item (conversation_id, id, sequence)
                    select conversation_id, id, sequence from deleted
                    on conflict (conversation_id, id)
                        do update set sequence = excluded.sequence, deleted_at = excluded.deleted_at)
                %s""".formatted(which, result);
    }

    private List<Item> read(ConversationId id, String sql, UnaryOperator<StatementSpec> parameters) {
        return statements
                .step(
                        "item.read",
                        jdbc -> parameters
                                .apply(jdbc.sql(sql).param("id", id.value()))
                                .query(ItemRow::of)
                                .list())
                .stream()
                .map(ItemJson::item)
                .toList();
    }
}
