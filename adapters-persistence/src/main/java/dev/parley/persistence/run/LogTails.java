package dev.parley.persistence.run;

import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog.State;
import dev.parley.application.event.RunLog.Tail;
import dev.parley.application.event.SequencedEvent;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunStatus;
import dev.parley.domain.shared.PageLimit;
import dev.parley.persistence.shared.Columns;
import dev.parley.persistence.shared.SqlSteps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What runs have after positions: one statement, and so one moment, for however many runs. */
final class LogTails {

    /** Sequences have no gaps, so what {@code maximum} events need is a range of the key; of that, as much as bytes allow. */
    static final String READ = """
            select asked.run, asked.position, run.status, run.log_pruned, run.taken_over_from,
                   exists (
                       select from run_log
                       where run_id = asked.run and first_sequence > asked.position + :maximum) as is_longer,
                   batch.first_sequence, batch.events, batch.found
            from unnest(:runs, :positions) as asked (run, position)
            join run on run.id = asked.run
            left join lateral (
                select first_sequence, events, found
                from (
                    select first_sequence, events,
                        row_number() over (order by first_sequence) as place,
                        sum(octet_length(events::text)) over (order by first_sequence) as total,
                        count(*) over () as found
                    from run_log
                    where run_id = asked.run
                        and first_sequence >= coalesce(
                            (select max(first_sequence) from run_log
                             where run_id = asked.run and first_sequence <= asked.position + 1), 1)
                        and first_sequence <= asked.position + :maximum
                        and last_sequence > asked.position) as counted
                where place = 1 or total <= :bytes) as batch on true
            order by asked.run, batch.first_sequence""";

    private final SqlSteps statements;

    LogTails(SqlSteps statements) {
        this.statements = statements;
    }

    Map<RunId, Tail> read(Map<RunId, Long> positions, PageLimit limit) {
        List<RunId> runs = List.copyOf(positions.keySet());
        Map<RunId, List<BatchRow>> rows = statements.step(
                "run.log.read",
                jdbc -> jdbc
                        .sql(READ)
                        .param("runs", runs.stream().map(RunId::value).toArray(UUID[]::new))
                        .param(
                                "positions",
                                runs.stream()
                                        .map(run -> within(positions.getOrDefault(run, 0L), limit.entries()))
                                        .toArray(Long[]::new))
                        .param("maximum", limit.entries())
                        .param("bytes", limit.bytes())
                        .query(BatchRow::of)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(BatchRow::run, LinkedHashMap::new, Collectors.toList())));
        Map<RunId, Tail> tails = new LinkedHashMap<>();
        rows.forEach((run, batches) -> tails.put(run, tail(batches)));
        return tails;
    }

    /** Positions come from clients; one past the end of numbers is past the end of every log. */
    private static long within(long position, int maximum) {
        return Math.clamp(position, 0, Long.MAX_VALUE - maximum - 1);
    }

    private static Tail tail(List<BatchRow> batches) {
        BatchRow any = batches.getFirst();
        List<SequencedEvent> events = new ArrayList<>();
        batches.forEach(batch -> addEvents(batch, events));
        boolean hasMore = any.isLonger() || any.found() > batches.size();
        return new Tail(events, any.takenOverFrom(), state(any.state(), hasMore), hasMore);
    }

    private static State state(State ofRun, boolean hasMore) {
        return ofRun == State.ENDED && hasMore ? State.OPEN : ofRun;
    }

    private static void addEvents(BatchRow batch, List<SequencedEvent> events) {
        if (batch.events() == null) {
            return;
        }
        long sequence = batch.first();
        for (RunEvent event : RunEventJson.decode(batch.events())) {
            if (sequence > batch.position()) {
                boolean isTakenOver = batch.takenOverFrom() > 0 && sequence >= batch.takenOverFrom();
                events.add(new SequencedEvent(sequence, isTakenOver, event));
            }
            sequence++;
        }
    }

    /**
     * A batch and its run.
     *
     * @param first 0 without a batch
     * @param takenOverFrom 0 where nothing is
     * @param events null without a batch
     * @param found how many batches were found, whatever their bytes
     * @param isLonger whether the log has more than was looked for
     */
    private record BatchRow(
            RunId run,
            long position,
            State state,
            long takenOverFrom,
            boolean isLonger,
            long first,
            @Nullable String events,
            long found) {

        static BatchRow of(ResultSet row, int number) throws SQLException {
            return new BatchRow(
                    new RunId(row.getObject("run", UUID.class)),
                    row.getLong("position"),
                    state(row),
                    row.getLong("taken_over_from"),
                    row.getBoolean("is_longer"),
                    row.getLong("first_sequence"),
                    row.getString("events"),
                    row.getLong("found"));
        }

        private static State state(ResultSet row) throws SQLException {
            if (row.getBoolean("log_pruned")) {
                return State.PRUNED;
            }
            return switch (Columns.constant(row.getString("status"), RunStatus.class)) {
                case QUEUED -> State.WAITING;
                case RUNNING -> State.OPEN;
                case COMPLETED, FAILED, CANCELLED, INTERRUPTED -> State.ENDED;
            };
        }
    }
}
