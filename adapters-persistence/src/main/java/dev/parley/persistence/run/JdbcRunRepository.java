package dev.parley.persistence.run;

import static dev.parley.persistence.run.RunRowMapper.MAPPER;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunRepository;
import dev.parley.persistence.shared.Statements;
import dev.parley.persistence.shared.Times;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs in PostgreSQL. Leases go by the database's clock, which all nodes share. */
@Component
final class JdbcRunRepository implements RunRepository {

    private final Statements statements;

    JdbcRunRepository(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(Run run, Duration lease) {
        Optional<RunId> active = statements.step("run.insert", jdbc -> insertUnlessActive(jdbc, run, lease));
        active.ifPresent(id -> {
            throw new RunInProgress(id);
        });
    }

    @Override
    public Optional<Run> find(RunId id) {
        return statements.rows(
                "run.read",
                rows -> Optional.ofNullable(rows.findById(id.value(), RunRow.class))
                        .map(MAPPER::run));
    }

    @Override
    public Optional<Run> lockRunning(RunId id) {
        return statements.step(
                "run.lock",
                jdbc -> jdbc.sql("""
                        select id, conversation_id, status, started_at
                        from run where id = :id and status = 'running' for no key update""")
                        .param("id", id.value())
                        .query(RunRow::running)
                        .optional()
                        .map(MAPPER::run));
    }

    @Override
    public void save(Run run) {
        Instant finishedAt = run.finishedAt();
        statements.step(
                "run.update",
                jdbc -> jdbc.sql("""
                        update run set status = :status, finished_at = :finished, error_code = :error where id = :id""")
                        .param("id", run.id().value())
                        .param("status", MAPPER.column(run.status()))
                        .param(
                                "finished",
                                finishedAt == null ? null : Times.parameter(finishedAt),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("error", run.errorCode(), Types.VARCHAR)
                        .update());
    }

    @Override
    public void renewLeases(Set<RunId> runs, Duration lease) {
        UUID[] ids = runs.stream().map(RunId::value).toArray(UUID[]::new);
        statements.step(
                "run.lease",
                jdbc -> jdbc.sql("""
                        update run set lease_until = clock_timestamp() + make_interval(secs => :lease)
                        where id = any(:ids) and status = 'running'""")
                        .param("ids", ids)
                        .param("lease", seconds(lease))
                        .update());
    }

    @Override
    public int interruptExpired(Instant now) {
        return statements.step(
                "run.interrupt",
                jdbc -> jdbc.sql("""
                        update run set status = 'interrupted', finished_at = :now
                        where id in (
                            select id from run
                            where status = 'running' and lease_until < clock_timestamp()
                            for no key update skip locked)""").param("now", Times.parameter(now)).update());
    }

    @Override
    public int interruptAll(Instant now) {
        return statements.step(
                "run.interrupt",
                jdbc -> jdbc.sql("update run set status = 'interrupted', finished_at = :now where status = 'running'")
                        .param("now", Times.parameter(now))
                        .update());
    }

    /** Returns the run that stands in the way; an expired one is interrupted, and one that has just ended does not count. */
    private static Optional<RunId> insertUnlessActive(JdbcClient jdbc, Run run, Duration lease) {
        Optional<RunId> active = Optional.empty();
        while (active.isEmpty() && !insert(jdbc, run, lease)) {
            interruptExpired(jdbc, run);
            active = active(jdbc, run.conversation());
        }
        return active;
    }

    private static boolean insert(JdbcClient jdbc, Run run, Duration lease) {
        return jdbc.sql("""
                                insert into run (id, conversation_id, status, started_at, lease_until)
                                values (:id, :conversation, :status, :started,
                                        clock_timestamp() + make_interval(secs => :lease))
                                on conflict (conversation_id) where status = 'running' do nothing""")
                        .param("id", run.id().value())
                        .param("conversation", run.conversation().value())
                        .param("status", MAPPER.column(run.status()))
                        .param("started", Times.parameter(run.startedAt()))
                        .param("lease", seconds(lease))
                        .update()
                == 1;
    }

    private static void interruptExpired(JdbcClient jdbc, Run next) {
        jdbc.sql("""
                        update run set status = 'interrupted', finished_at = :now
                        where conversation_id = :conversation and status = 'running' and lease_until < clock_timestamp()""")
                .param("conversation", next.conversation().value())
                .param("now", Times.parameter(next.startedAt()))
                .update();
    }

    private static Optional<RunId> active(JdbcClient jdbc, ConversationId conversation) {
        return jdbc.sql("select id from run where conversation_id = :conversation and status = 'running'")
                .param("conversation", conversation.value())
                .query(UUID.class)
                .optional()
                .map(RunId::new);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
