package dev.parley.persistence.conversation;

import static dev.parley.persistence.conversation.ConversationRowMapper.MAPPER;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.Subject;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.item.ItemId;
import dev.parley.persistence.shared.SqlSteps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Everybody's threads in PostgreSQL. Ids of threads are UUIDs of version 7, so the index of their keys is the order in which
 * they were made, and the key of items is their order: no list needs an index of its own, which every append would have to
 * write. Where there is no bound, the end of all keys is one.
 */
@Component
final class JdbcThreadDirectory implements ThreadDirectory {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private static final String THREAD = """
            select %s, (select coalesce(account.subject, cast(account.id as text))
                        from account where account.id = owner_id) as owner_subject
            from conversation""".formatted(ConversationRow.COLUMNS);

    private final SqlSteps statements;

    JdbcThreadDirectory(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public Optional<ListedThread> find(ConversationId id) {
        return statements.step(
                "thread.read",
                jdbc -> jdbc.sql(THREAD + " where id = :id")
                        .param("id", id.value())
                        .query(JdbcThreadDirectory::thread)
                        .optional());
    }

    @Override
    public List<ListedThread> threads(@Nullable AccountId owner, Bounds<ConversationId> bounds) {
        return statements.step("thread.list", jdbc -> {
            StatementSpec statement = jdbc.sql(threads(owner != null, bounds.ascending()))
                    .param(
                            "older",
                            bounds.older() == null ? BEFORE_ALL : bounds.older().value())
                    .param(
                            "newer",
                            bounds.newer() == null ? BEHIND_ALL : bounds.newer().value())
                    .param("maximum", bounds.maximum());
            return (owner == null ? statement : statement.param("owner", owner.value()))
                    .query(JdbcThreadDirectory::thread)
                    .list();
        });
    }

    @Override
    public OptionalLong sequence(ConversationId thread, ItemId item) {
        return statements
                .step(
                        "item.read",
                        jdbc -> jdbc.sql("select " + ThreadItems.PLACE)
                                .param("id", thread.value())
                                .param("item", item.value())
                                .query(Long.class)
                                .list())
                .stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .findAny();
    }

    static String threads(boolean ofOneOwner, boolean ascending) {
        return THREAD + " where id > :older and id < :newer" + (ofOneOwner ? " and owner_id = :owner" : "")
                + " order by id " + direction(ascending) + " limit :maximum";
    }

    private static String direction(boolean ascending) {
        return ascending ? "asc" : "desc";
    }

    private static ListedThread thread(ResultSet row, int number) throws SQLException {
        return new ListedThread(
                MAPPER.conversation(ConversationRow.of(row, number)), new Subject(row.getString("owner_subject")));
    }
}
