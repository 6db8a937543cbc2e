package dev.parley.persistence.run;

import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.persistence.conversation.StoredJson;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectWriter;

/** The runs that wait in a thread. Their order is their own, since ids and clocks of nodes differ. */
final class WaitingRuns {

    static final String IN_CONVERSATION = """
            select id from run where conversation_id = :conversation and status = 'queued' order by queue_position""";

    static final String NEXT = """
            select %s, message, locale, allow_cancel, client_acts, requester from run
            where conversation_id = :conversation and status = 'queued' and not exists (
                select from run active where active.conversation_id = :conversation and active.status = 'running')
            order by queue_position limit 1
            for no key update of run""".formatted(RunRow.COLUMNS);

    static final String STALLED = """
            select distinct conversation_id from run waiting
            where status = 'queued' and not exists (
                select from run active
                where active.conversation_id = waiting.conversation_id and active.status = 'running')
            limit :maximum""";

    private static final ObjectWriter ITEM = StoredJson.MAPPER.writerFor(Item.class);

    private final SqlSteps statements;

    WaitingRuns(SqlSteps statements) {
        this.statements = statements;
    }

    /** The conversation is locked, so nobody else takes the same place. */
    void add(QueuedRun queued) {
        Run run = queued.run();
        RunOptionsRow options = RunOptionsRowMapper.MAPPER.row(queued.options());
        statements.step(
                "run.insert",
                jdbc -> jdbc.sql("""
                        insert into run (id, conversation_id, status, created_at, started_at, locale, allow_cancel,
                                         client_acts, requester, queue_position, message)
                        select :id, :conversation, 'queued', :created, null, :locale, :allowCancel,
                               :clientActs, cast(:requester as json), coalesce(max(queue_position), 0) + 1, cast(:message as json)
                        from run where conversation_id = :conversation and status = 'queued'""")
                        .param("id", run.id().value())
                        .param("conversation", run.conversation().value())
                        .param("created", Times.parameter(run.createdAt()))
                        .param("locale", options.locale())
                        .param("allowCancel", options.allowCancel())
                        .param("clientActs", options.clientActs())
                        .param("requester", options.requester())
                        .param("message", ITEM.writeValueAsString(queued.message()))
                        .update());
    }

    List<RunId> in(ConversationId conversation) {
        return statements.step(
                "run.read",
                jdbc -> jdbc.sql(IN_CONVERSATION)
                        .param("conversation", conversation.value())
                        .query(RunRow::runId)
                        .list());
    }

    /** From the index of those that wait. */
    long count() {
        return statements.step(
                "run.read",
                jdbc -> jdbc.sql("select count(*) from run where status = 'queued'")
                        .query(Long.class)
                        .single());
    }

    Optional<QueuedRun> lockNext(ConversationId conversation) {
        return statements.step(
                "run.lock",
                jdbc -> jdbc.sql(NEXT)
                        .param("conversation", conversation.value())
                        .query(WaitingRuns::queued)
                        .optional());
    }

    void begin(Run run, Node node, Duration lease) {
        Instant startedAt = Objects.requireNonNull(run.startedAt(), "a run that begins has a beginning");
        statements.step(
                "run.update",
                jdbc -> jdbc.sql("""
                        update run
                        set status = 'running', started_at = :started, node_name = :node, node_start = :nodeStart,
                            lease_until = clock_timestamp() + make_interval(secs => :lease),
                            queue_position = null, message = null, requester = null
                        where id = :id""")
                        .param("id", run.id().value())
                        .param("started", Times.parameter(startedAt))
                        .param("node", node.name())
                        .param("nodeStart", node.start())
                        .param("lease", LeasedRuns.seconds(lease))
                        .update());
    }

    List<ConversationId> stalled(int maximum) {
        return statements.step(
                "run.read",
                jdbc -> jdbc.sql(STALLED)
                        .param("maximum", maximum)
                        .query(RunRow::inConversation)
                        .list());
    }

    private static QueuedRun queued(ResultSet row, int number) throws SQLException {
        return new QueuedRun(
                RunRow.run(row, number),
                message(row.getString("message")),
                RunOptionsRowMapper.MAPPER.options(RunOptionsRow.of(row)));
    }

    private static UserMessage message(String json) {
        try {
            return (UserMessage) StoredJson.MAPPER.readValue(json, Item.class);
        } catch (JacksonException | ClassCastException e) {
            throw SystemFailure.internal("run.parse", e);
        }
    }
}
