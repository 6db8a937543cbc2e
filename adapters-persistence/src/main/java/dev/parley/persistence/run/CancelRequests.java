package dev.parley.persistence.run;

import dev.parley.domain.run.RunId;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.time.Instant;
import java.util.Set;

/** Which running runs are to stop. */
final class CancelRequests {

    /** The notification leaves with the commit. */
    static final String ADD = """
            update run set cancel_requested_at = coalesce(cancel_requested_at, :now)
            where id = :id and status = 'running'
            returning pg_notify('parley_cancel', '')""";

    static final String OF_RUNNING = "select id from run where status = 'running' and cancel_requested_at is not null";

    private final SqlSteps statements;

    CancelRequests(SqlSteps statements) {
        this.statements = statements;
    }

    boolean add(RunId id, Instant now) {
        return statements.step(
                "run.cancel",
                jdbc -> jdbc.sql(ADD)
                        .param("id", id.value())
                        .param("now", Times.parameter(now))
                        .query((row, number) -> true)
                        .optional()
                        .orElse(false));
    }

    Set<RunId> ofRunning() {
        return statements.step(
                "run.read",
                jdbc -> Set.copyOf(jdbc.sql(OF_RUNNING).query(RunRow::runId).list()));
    }

    boolean has(RunId id) {
        return statements.step(
                "run.read",
                jdbc -> jdbc.sql("select cancel_requested_at is not null from run where id = :id")
                        .param("id", id.value())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false));
    }
}
