package dev.parley.persistence.run;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunReport;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageRequest;
import dev.parley.persistence.shared.Columns;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Runs in PostgreSQL, with one statement a method. Leases go by the database's clock, which all nodes share. */
@Component
final class JdbcRunRepository implements RunRepository {

    private static final String FIND = "select %s from run where id = :id".formatted(RunRow.COLUMNS);

    private static final String RUNNING =
            "select %s from run where conversation_id = :conversation and status = 'running'".formatted(RunRow.COLUMNS);

    private static final String LOCK =
            "select %s from run where id = :id and status = :status for no key update".formatted(RunRow.COLUMNS);

    /** Who follows an ended run is told at once, also where no last event is logged with the end. */
    private static final String SAVE = """
            with saved as (
                update run
                set status = :status, started_at = :started, finished_at = :finished, error_code = :error,
                    turn_end = :turnEnd,
                    queue_position = case :status when 'queued' then queue_position end,
                    message = case :status when 'queued' then message end,
                    requester = case :status when 'queued' then requester end
                where id = :id
                returning finished_at)
            select pg_notify('parley_log', '') from saved where finished_at is not null""";

    private final SqlSteps statements;
    private final RunList list;
    private final WaitingRuns waiting;
    private final LeasedRuns leased;
    private final CancelRequests cancelRequests;

    JdbcRunRepository(SqlSteps statements) {
        this.statements = statements;
        this.list = new RunList(statements);
        this.waiting = new WaitingRuns(statements);
        this.leased = new LeasedRuns(statements);
        this.cancelRequests = new CancelRequests(statements);
    }

    @Override
    public boolean add(Run run, Node node, Duration lease) {
        return leased.add(run, node, lease);
    }

    @Override
    public void addQueued(QueuedRun queued) {
        waiting.add(queued);
    }

    @Override
    public Optional<Run> find(RunId id) {
        return statements.step(
                "run.read",
                jdbc -> jdbc.sql(FIND)
                        .param("id", id.value())
                        .query(RunRow::run)
                        .optional());
    }

    @Override
    public Optional<RunReport> report(ConversationId conversation, RunId id) {
        return list.report(conversation, id);
    }

    @Override
    public Page<RunReport> list(ConversationId conversation, PageRequest<RunId> request) {
        return list.page(conversation, request);
    }

    @Override
    public Optional<Run> running(ConversationId conversation) {
        return statements.step(
                "run.read",
                jdbc -> jdbc.sql(RUNNING)
                        .param("conversation", conversation.value())
                        .query(RunRow::run)
                        .optional());
    }

    @Override
    public List<RunId> waiting(ConversationId conversation) {
        return waiting.in(conversation);
    }

    @Override
    public long countWaiting() {
        return waiting.count();
    }

    @Override
    public Optional<QueuedRun> lockNext(ConversationId conversation) {
        return waiting.lockNext(conversation);
    }

    @Override
    public void begin(Run run, Node node, Duration lease) {
        waiting.begin(run, node, lease);
    }

    @Override
    public Optional<Run> lockRunning(RunId id) {
        return lock(id, "running");
    }

    @Override
    public Optional<Run> lockQueued(RunId id) {
        return lock(id, "queued");
    }

    @Override
    public Optional<Run> lockAbandoned(ConversationId conversation) {
        return leased.lockAbandoned(conversation);
    }

    @Override
    public Optional<Run> lockLeftOver(ConversationId conversation, Node node) {
        return leased.lockLeftOver(conversation, node);
    }

    @Override
    public void save(Run run) {
        statements.step(
                "run.update",
                jdbc -> jdbc.sql(SAVE)
                        .param("id", run.id().value())
                        .param("status", Columns.column(run.status()))
                        .param("started", Times.parameterOrNull(run.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("finished", Times.parameterOrNull(run.finishedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("error", run.errorCode(), Types.VARCHAR)
                        .param("turnEnd", run.turnEnd() == null ? null : Columns.column(run.turnEnd()), Types.VARCHAR)
                        .query((row, number) -> true)
                        .list());
    }

    @Override
    public void renewLeases(Set<RunId> runs, Duration lease) {
        leased.renew(runs, lease);
    }

    @Override
    public List<ConversationId> abandoned(int maximum) {
        return leased.abandoned(maximum);
    }

    @Override
    public List<ConversationId> leftOver(Node node) {
        return leased.leftOver(node);
    }

    @Override
    public List<ConversationId> stalled(int maximum) {
        return waiting.stalled(maximum);
    }

    @Override
    public boolean requestCancel(RunId id, Instant now) {
        return cancelRequests.add(id, now);
    }

    @Override
    public Set<RunId> cancelRequested() {
        return cancelRequests.ofRunning();
    }

    @Override
    public boolean isCancelRequested(RunId id) {
        return cancelRequests.has(id);
    }

    private Optional<Run> lock(RunId id, String status) {
        return statements.step(
                "run.lock",
                jdbc -> jdbc.sql(LOCK)
                        .param("id", id.value())
                        .param("status", status)
                        .query(RunRow::run)
                        .optional());
    }
}
