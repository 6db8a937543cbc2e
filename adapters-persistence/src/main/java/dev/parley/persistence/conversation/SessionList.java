package dev.parley.persistence.conversation;

import static dev.parley.persistence.conversation.ConversationRowMapper.MAPPER;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.time.Instant;
import java.util.List;

/** The pages of an owner's list: one statement for the first page, and one more to find where a later one begins. */
final class SessionList {

    static final String FIRST_PAGE = """
            select %s from conversation
            where owner_id = :owner
            order by updated_at desc, id desc limit :limit""".formatted(ConversationRow.COLUMNS);

    static final String LATER_PAGE = """
            select %s from conversation
            where owner_id = :owner and (updated_at, id) < (:updated, :after)
            order by updated_at desc, id desc limit :limit""".formatted(ConversationRow.COLUMNS);

    static final String FIRST_PAGE_OLDEST_FIRST = """
            select %s from conversation
            where owner_id = :owner
            order by updated_at, id limit :limit""".formatted(ConversationRow.COLUMNS);

    static final String LATER_PAGE_OLDEST_FIRST = """
            select %s from conversation
            where owner_id = :owner and (updated_at, id) > (:updated, :after)
            order by updated_at, id limit :limit""".formatted(ConversationRow.COLUMNS);

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
                        ? first(newestFirst ? FIRST_PAGE : FIRST_PAGE_OLDEST_FIRST, owner, limit)
                        : later(newestFirst ? LATER_PAGE : LATER_PAGE_OLDEST_FIRST, owner, limit, after));
        boolean isWhole = after == null && !page.hasMore();
        return new Page<>(page.entries(), isWhole ? page.entries().size() : total(owner), page.hasMore());
    }

    private List<Conversation> first(String sql, AccountId owner, int limit) {
        return statements.step(
                "session.list",
                jdbc ->
                        jdbc
                                .sql(sql)
                                .param("owner", owner.value())
                                .param("limit", limit)
                                .query(ConversationRow::of)
                                .list()
                                .stream()
                                .map(MAPPER::conversation)
                                .toList());
    }

    private List<Conversation> later(String sql, AccountId owner, int limit, ConversationId after) {
        Instant updated = updatedAt(owner, after);
        return statements.step(
                "session.list",
                jdbc -> jdbc
                        .sql(sql)
                        .param("owner", owner.value())
                        .param("updated", Times.parameter(updated))
                        .param("after", after.value())
                        .param("limit", limit)
                        .query(ConversationRow::of)
                        .list()
                        .stream()
                        .map(MAPPER::conversation)
                        .toList());
    }

    private Instant updatedAt(AccountId owner, ConversationId after) {
        return statements.step(
                "session.list",
                jdbc -> jdbc.sql("select updated_at from conversation where id = :after and owner_id = :owner")
                        .param("after", after.value())
                        .param("owner", owner.value())
                        .query((row, number) -> Times.column(row, "updated_at"))
                        .optional()
                        .orElseThrow(() -> new Failure(ConversationError.UNKNOWN_SESSION_CURSOR)));
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
