package dev.parley.persistence.conversation;

import static dev.parley.persistence.conversation.ConversationRowMapper.MAPPER;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import dev.parley.persistence.shared.SqlSteps;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The pages of an owner's list: one statement for a page that is the whole list, and one more to count a longer one. */
final class SessionList {

    static final String FIRST_PAGE = """
            select %s from conversation
            where owner_id = :owner
            order by updated_at desc, id desc limit :limit""".formatted(ConversationRow.COLUMNS);

    static final String FIRST_PAGE_OLDEST_FIRST = """
            select %s from conversation
            where owner_id = :owner
            order by updated_at, id limit :limit""".formatted(ConversationRow.COLUMNS);

    /** Where a session stands or, if it has been deleted, stood in its owner's list; null where it never did. */
    private static final String PLACE = """
            coalesce(
                (select place.updated_at from conversation as place where place.owner_id = :owner and place.id = :after),
                (select place.updated_at from deleted_conversation as place
                 where place.owner_id = :owner and place.id = :after))""";

    static final String LATER_PAGE = """
            select %s from conversation
            where owner_id = :owner and (updated_at, id) < (%s, :after)
            order by updated_at desc, id desc limit :limit""".formatted(ConversationRow.COLUMNS, PLACE);

    static final String LATER_PAGE_OLDEST_FIRST = """
            select %s from conversation
            where owner_id = :owner and (updated_at, id) > (%s, :after)
            order by updated_at, id limit :limit""".formatted(ConversationRow.COLUMNS, PLACE);

    private final SqlSteps statements;

    SessionList(SqlSteps statements) {
        this.statements = statements;
    }

    Page<Conversation> page(AccountId owner, PageOrder order, PageRequest<ConversationId> request) {
        boolean newestFirst = order == PageOrder.NEWEST_FIRST;
        ConversationId after = request.after();
        int limit = request.limit() + 1;
        Page<Conversation> page = request.page(
                after == null
                        ? read(newestFirst ? FIRST_PAGE : FIRST_PAGE_OLDEST_FIRST, owner, limit, statement -> statement)
                        : read(
                                newestFirst ? LATER_PAGE : LATER_PAGE_OLDEST_FIRST,
                                owner,
                                limit,
                                statement -> statement.param("after", after.value())));
        boolean isWhole = after == null && !page.hasMore();
        return new Page<>(page.entries(), isWhole ? page.entries().size() : total(owner), page.hasMore());
    }

    private List<Conversation> read(String sql, AccountId owner, int limit, UnaryOperator<StatementSpec> parameters) {
        return statements.step(
                "session.list",
                jdbc -> parameters
                        .apply(jdbc.sql(sql))
                        .param("owner", owner.value())
                        .param("limit", limit)
                        .query(ConversationRow::of)
                        .list()
                        .stream()
                        .map(MAPPER::conversation)
                        .toList());
    }

    private int total(AccountId owner) {
        return statements.step(
                "session.list",
                jdbc -> jdbc.sql("select session_count from account where id = :owner")
                        .param("owner", owner.value())
                        .query(Integer.class)
                        .optional()
                        .orElse(0));
    }
}
