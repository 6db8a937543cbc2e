package dev.parley.persistence.run;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.persistence.shared.Columns;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The running runs and who holds them. All that looks for some of them reads the index of the running ones, of which
 * there are few, so that a renewed lease changes no index.
 */
final class LeasedRuns {

    static final String RENEW = """
            update run set lease_until = clock_timestamp() + make_interval(secs => :lease)
            where id = any(:ids) and status = 'running'""";

    static final String ABANDONED = """
            select conversation_id from run
            where status = 'running' and lease_until < clock_timestamp() limit :maximum""";

    static final String LEFT_OVER = """
            select conversation_id from run
            where status = 'running' and node_name = :node and node_start <> :start""";

    private static final String LOCK_ABANDONED = """
            select %s from run
            where conversation_id = :conversation and status = 'running' and lease_until < clock_timestamp()
            for no key update""".formatted(RunRow.COLUMNS);

    private static final String LOCK_LEFT_OVER = """
            select %s from run
            where conversation_id = :conversation and status = 'running' and node_name = :node and node_start <> :start
            for no key update""".formatted(RunRow.COLUMNS);

    private final SqlSteps statements;

    LeasedRuns(SqlSteps statements) {
        this.statements = statements;
    }

    /** The conversation is locked, so nobody adds or begins another run meanwhile; the index would refuse it. */
    boolean add(Run run, Node node, Duration lease) {
        Instant startedAt = Objects.requireNonNull(run.startedAt(), "a running run has a beginning");
        return statements.step(
                        "run.insert",
                        jdbc -> jdbc.sql("""
                                insert into run (id, conversation_id, status, created_at, started_at,
                                                 node_name, node_start, lease_until)
                                select :id, :conversation, :status, :created, :started,
                                       :node, :start, clock_timestamp() + make_interval(secs => :lease)
                                where not exists (
                                    select from run where conversation_id = :conversation and status = 'queued')
                                on conflict (conversation_id) where status = 'running' do nothing""")
                                .param("id", run.id().value())
                                .param("conversation", run.conversation().value())
                                .param("status", Columns.column(run.status()))
                                .param("created", Times.parameter(run.createdAt()))
                                .param("started", Times.parameter(startedAt))
                                .param("node", node.name())
                                .param("start", node.start())
                                .param("lease", seconds(lease))
                                .update())
                == 1;
    }

    void renew(Set<RunId> runs, Duration lease) {
        UUID[] ids = runs.stream().map(RunId::value).toArray(UUID[]::new);
        statements.step(
                "run.lease",
                jdbc -> jdbc.sql(RENEW)
                        .param("ids", ids)
                        .param("lease", seconds(lease))
                        .update());
    }

    List<ConversationId> abandoned(int maximum) {
        return conversations(jdbc -> jdbc.sql(ABANDONED).param("maximum", maximum));
    }

    List<ConversationId> leftOver(Node node) {
        return conversations(
                jdbc -> jdbc.sql(LEFT_OVER).param("node", node.name()).param("start", node.start()));
    }

    Optional<Run> lockAbandoned(ConversationId conversation) {
        return lock(jdbc -> jdbc.sql(LOCK_ABANDONED).param("conversation", conversation.value()));
    }

    Optional<Run> lockLeftOver(ConversationId conversation, Node node) {
        return lock(jdbc -> jdbc.sql(LOCK_LEFT_OVER)
                .param("conversation", conversation.value())
                .param("node", node.name())
                .param("start", node.start()));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private List<ConversationId> conversations(Function<JdbcClient, StatementSpec> query) {
        return statements.step(
                "run.read",
                jdbc -> query.apply(jdbc).query(RunRow::inConversation).list());
    }

    private Optional<Run> lock(Function<JdbcClient, StatementSpec> query) {
        return statements.step(
                "run.lock", jdbc -> query.apply(jdbc).query(RunRow::run).optional());
    }
}
