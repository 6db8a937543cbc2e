package dev.parley.persistence.run;

import static dev.parley.persistence.run.RunRowMapper.MAPPER;

import dev.parley.application.run.LoggedEvent;
import dev.parley.application.run.RunEvent;
import dev.parley.application.run.RunLog.State;
import dev.parley.application.run.RunLog.Tail;
import dev.parley.domain.run.RunId;
import dev.parley.persistence.shared.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What runs have behind positions: one statement, and so one moment, for however many runs. */
final class LogTails {

    /** Sequences have no gaps, so what {@code maximum} events need is a range of the key. */
    static final String READ = """
            select asked.run, asked.position, run.status, run.log_pruned, run.taken_over_from,
                   run.finished_at is not null and not exists (
                       select from run_log
                       where run_id = asked.run and first_sequence > asked.position + :maximum) as is_last,
                   batch.first_sequence, batch.events
            from unnest(:runs, :positions) as asked (run, position)
            join run on run.id = asked.run
            left join lateral (
                select first_sequence, events from run_log
                where run_id = asked.run
                    and first_sequence >= coalesce(
                        (select max(first_sequence) from run_log
                         where run_id = asked.run and first_sequence <= asked.position + 1), 1)
                    and first_sequence <= asked.position + :maximum
                    and last_sequence > asked.position) as batch on true
            order by asked.run, batch.first_sequence""";

    private final Statements statements;

    LogTails(Statements statements) {
        this.statements = statements;
    }

    Map<RunId, Tail> read(Map<RunId, Long> positions, int maximum) {
        List<RunId> runs = List.copyOf(positions.keySet());
        Map<RunId, List<BatchRow>> rows = statements.step(
                "run.log.read",
                jdbc -> jdbc
                        .sql(READ)
                        .param("runs", runs.stream().map(RunId::value).toArray(UUID[]::new))
                        .param(
                                "positions",
                                runs.stream()
                                        .map(run -> within(positions.getOrDefault(run, 0L), maximum))
                                        .toArray(Long[]::new))
                        .param("maximum", maximum)
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
        List<LoggedEvent> events = new ArrayList<>();
        batches.forEach(batch -> addEvents(batch, events));
        return new Tail(events, any.takenOverFrom(), any.state());
    }

    private static void addEvents(BatchRow batch, List<LoggedEvent> events) {
        if (batch.events() == null) {
            return;
        }
        long sequence = batch.first();
        for (RunEvent event : RunEventJson.decode(batch.events())) {
            if (sequence > batch.position()) {
                boolean isTakenOver = batch.takenOverFrom() > 0 && sequence >= batch.takenOverFrom();
                events.add(new LoggedEvent(sequence, isTakenOver, event));
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
     */
    private record BatchRow(
            RunId run,
            long position,
            State state,
            long takenOverFrom,
            long first,
            @Nullable String events) {

        static BatchRow of(ResultSet row, int number) throws SQLException {
            return new BatchRow(
                    new RunId(row.getObject("run", UUID.class)),
                    row.getLong("position"),
                    state(row),
                    row.getLong("taken_over_from"),
                    row.getLong("first_sequence"),
                    row.getString("events"));
        }

        private static State state(ResultSet row) throws SQLException {
            if (row.getBoolean("log_pruned")) {
                return State.PRUNED;
            }
            return switch (MAPPER.status(row.getString("status"))) {
                case QUEUED -> State.WAITING;
                case RUNNING -> State.OPEN;
                case COMPLETED, FAILED, CANCELLED, INTERRUPTED -> row.getBoolean("is_last") ? State.ENDED : State.OPEN;
            };
        }
    }
}
