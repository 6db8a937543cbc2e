package dev.parley.persistence.run;

import dev.parley.application.event.RunLog;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.PageLimit;
import dev.parley.persistence.shared.SqlSteps;
import dev.parley.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The events of runs in PostgreSQL: one statement a method, for however many runs. */
@Component
final class JdbcRunLog implements RunLog {

    /**
     * Locks the runs against their deletion, which the log has no foreign key for, and passes over those that are being
     * deleted. Where a first sequence is taken by a unit that has not ended, it waits for its end. One notification
     * leaves with the commit.
     */
    static final String APPEND = """
            with batch as (
                select * from unnest(:runs, :firsts, :lasts, :events) as batch (run, first, last, events)),
            living as (
                select id from run where id in (select run from batch) and not log_pruned
                for key share skip locked),
            added as (
                insert into run_log (run_id, first_sequence, last_sequence, events)
                select run, first, last, cast(events as json) from batch join living on id = run
                on conflict do nothing
                returning run_id, first_sequence)
            select run_id, first_sequence, (select pg_notify('parley_log', '')) from added""";

    static final String TAKE_OVER = """
            with added as (
                insert into run_log (run_id, first_sequence, last_sequence, events)
                select id, :first, :last, cast(:events as json) from run where id = :run and not log_pruned
                on conflict do nothing
                returning run_id, first_sequence)
            update run set taken_over_from = first_sequence from added where id = run_id
            returning pg_notify('parley_log', '')""";

    /** Arrays instead of joins, lest a wrong guess of how many rows a run has makes PostgreSQL read the whole log. */
    static final String PRUNE = """
            with old as (
                select id from run where finished_at < :before and not log_pruned
                order by finished_at limit :maximum
                for no key update skip locked),
            forgotten as (delete from run_log where run_id = any(array(select id from old)))
            update run set log_pruned = true where id = any(array(select id from old))""";

    private final SqlSteps statements;
    private final LogTails tails;

    JdbcRunLog(SqlSteps statements) {
        this.statements = statements;
        this.tails = new LogTails(statements);
    }

    @Override
    public Set<RunId> append(List<Batch> batches) {
        Set<Place> refused = batches.stream().map(Place::of).collect(Collectors.toCollection(HashSet::new));
        List<Place> added = statements.step(
                "run.log.append",
                jdbc -> jdbc.sql(APPEND)
                        .param("runs", array(batches, batch -> batch.run().value(), UUID[]::new))
                        .param("firsts", array(batches, Batch::first, Long[]::new))
                        .param("lasts", array(batches, JdbcRunLog::last, Long[]::new))
                        .param("events", array(batches, batch -> RunEventJson.encode(batch.events()), String[]::new))
                        .query(Place::inRow)
                        .list());
        added.forEach(refused::remove);
        return refused.stream().map(Place::run).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean takeOver(Batch batch) {
        return statements.step(
                "run.log.takeover",
                jdbc -> jdbc.sql(TAKE_OVER)
                        .param("run", batch.run().value())
                        .param("first", batch.first())
                        .param("last", last(batch))
                        .param("events", RunEventJson.encode(batch.events()))
                        .query((row, number) -> true)
                        .optional()
                        .orElse(false));
    }

    @Override
    public Map<RunId, Tail> read(Map<RunId, Long> positions, PageLimit limit) {
        return tails.read(positions, limit);
    }

    @Override
    public int prune(Instant before, int maximum) {
        return statements.step(
                "run.log.prune",
                jdbc -> jdbc.sql(PRUNE)
                        .param("before", Times.parameter(before))
                        .param("maximum", maximum)
                        .update());
    }

    private static long last(Batch batch) {
        return batch.first() + batch.events().size() - 1;
    }

    private static <T> T[] array(List<Batch> batches, Function<Batch, T> column, IntFunction<T[]> form) {
        return batches.stream().map(column).toArray(form);
    }

    /** Where a batch begins. */
    private record Place(RunId run, long first) {

        static Place of(Batch batch) {
            return new Place(batch.run(), batch.first());
        }

        static Place inRow(ResultSet row, int number) throws SQLException {
            return new Place(new RunId(row.getObject("run_id", UUID.class)), row.getLong("first_sequence"));
        }
    }
}
