package dev.parley.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Message;
import dev.parley.persistence.run.RunEventJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds of runs, their logs and their threads in any database, whatever was killed or cut meanwhile. */
final class RunInvariants {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    RunInvariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Checks all that holds at any moment.
     *
     * @param grace how long after its lease's end a run may still wait for somebody to end it
     */
    void assertHold(Duration grace) {
        assertNone("two runs are running in a thread", """
                select conversation_id::text from run where status = 'running'
                group by conversation_id having count(*) > 1""");
        assertNone("a run is older than its lease and nobody has ended it", """
                select id::text from run where status = 'running'
                    and lease_until < clock_timestamp() - make_interval(secs => %d)""".formatted(grace.toSeconds()));
        assertNone("a log has a gap", """
                select run_id::text from (
                    select run_id, first_sequence,
                           lag(last_sequence, 1, 0::bigint) over (partition by run_id order by first_sequence) as previous
                    from run_log) as batch
                where first_sequence <> previous + 1""");
        assertNone("a log has no run", "select run_id::text from run_log where run_id not in (select id from run)");
        assertNone("a run has begun without a log", """
                select id::text from run where started_at is not null and not log_pruned
                    and id not in (select run_id from run_log)""");
        assertCountsAreRight();
        logs().forEach(this::assertFits);
        assertEveryItemIsTold();
    }

    /** Checks all that holds when nothing runs and nothing waits. */
    void assertSettled() {
        assertNone("a run has not ended", "select id::text from run where finished_at is null");
        assertHold(Duration.ZERO);
        logs().forEach((run, log) -> assertThat(log.unfinished())
                .as("what the ended run %s has begun and not finished", run)
                .isEmpty());
        assertNone("a run was taken over and its readers are not told", """
                select id::text from run
                where taken_over_from is not null and taken_over_from not in (
                    select first_sequence from run_log where run_id = run.id)""");
    }

    /** How many runs have not ended. */
    long unended() {
        return jdbc.sql("select count(*) from run where finished_at is null")
                .query(Long.class)
                .single();
    }

    private void assertCountsAreRight() {
        assertNone("a thread's last sequence is wrong", """
                select id::text from conversation
                where last_waiting = 0
                        and last_sequence <> (select count(*) from item where conversation_id = conversation.id)
                    or greatest(last_sequence, last_waiting) <> (
                        select coalesce(max(sequence), 0) from item where conversation_id = conversation.id)""");
        assertNone("a thread's number of messages is wrong", """
                select id::text from conversation
                where message_count <> (
                    select count(*) from item
                    where conversation_id = conversation.id and type in ('user_message', 'assistant_message'))""");
        assertNone("an account's number of sessions is wrong", """
                select id::text from account
                where session_count <> (select count(*) from conversation where owner_id = account.id)""");
        assertNone("an account's number of tasks is wrong", """
                select id::text from account
                where task_count <> (select count(*) from task where owner_id = account.id)""");
    }

    private void assertFits(UUID run, Log log) {
        assertThat(log.counted())
                .as("the events that the batches of run %s say to have", run)
                .isEqualTo(log.events().size());
        assertThat(log.done().keySet()).as("what run %s tells of twice", run).hasSize((int) log.events().stream()
                .filter(RunEvent.ItemDone.class::isInstance)
                .count());
        log.done().forEach((id, item) -> {
            if (item instanceof AssistantMessage message) {
                assertThat(log.said().getOrDefault(id, ""))
                        .as("the pieces of message %s of run %s", id, run)
                        .isEqualTo(message.text());
            }
            assertThat(stored(id)).as("item %s of run %s", id, run).contains(new Stored(item.sequence(), text(item)));
        });
    }

    private void assertEveryItemIsTold() {
        Set<String> told = new LinkedHashSet<>();
        logs().values().forEach(log -> told.addAll(log.done().keySet()));
        List<String> items =
                jdbc.sql("""
                select id from item where conversation_id in (
                    select conversation_id from run group by conversation_id having not bool_or(log_pruned))""").query((row, number) -> row.getString("id")).list();
        assertThat(items).as("items of which no run tells").isSubsetOf(told);
    }

    private Optional<Stored> stored(String id) {
        return jdbc.sql("select sequence, type, payload from item where id = :id")
                .param("id", id)
                .query((row, number) -> new Stored(
                        row.getLong("sequence"),
                        row.getString("type").endsWith("_message")
                                ? text(JSON.readTree(row.getString("payload")))
                                : ""))
                .optional();
    }

    private static String text(Item item) {
        return item instanceof Message ? item.text() : "";
    }

    private static String text(JsonNode payload) {
        return payload.at("/content")
                .valueStream()
                .map(part -> part.at("/text").asString(""))
                .collect(joining());
    }

    private void assertNone(String problem, String sql) {
        assertThat(jdbc.sql(sql).query(String.class).list()).as(problem).isEmpty();
    }

    private Map<UUID, Log> logs() {
        Map<UUID, List<Batch>> batches = jdbc
                .sql("select run_id, first_sequence, last_sequence, events from run_log"
                        + " order by run_id, first_sequence")
                .query((row, number) -> new Batch(
                        row.getObject("run_id", UUID.class),
                        row.getLong("last_sequence") - row.getLong("first_sequence") + 1,
                        RunEventJson.decode(row.getString("events"))))
                .list()
                .stream()
                .collect(groupingBy(Batch::run));
        Map<UUID, Log> logs = new LinkedHashMap<>();
        batches.forEach((run, rows) -> logs.put(run, Log.of(rows)));
        return logs;
    }

    private record Batch(UUID run, long counted, List<RunEvent> events) {}

    /** An item's place and, of a message, its text. */
    private record Stored(long sequence, String text) {}

    /**
     * All events of a run.
     *
     * @param counted how many its batches say to have
     */
    private record Log(long counted, List<RunEvent> events) {

        static Log of(List<Batch> batches) {
            List<RunEvent> events = new ArrayList<>();
            batches.forEach(batch -> events.addAll(batch.events()));
            return new Log(batches.stream().mapToLong(Batch::counted).sum(), events);
        }

        Map<String, Item> done() {
            Map<String, Item> done = new LinkedHashMap<>();
            events.stream()
                    .filter(RunEvent.ItemDone.class::isInstance)
                    .map(event -> ((RunEvent.ItemDone) event).item())
                    .forEach(item -> done.put(item.id().value(), item));
            return done;
        }

        /** The pieces of each message. */
        Map<String, String> said() {
            Map<String, String> said = new LinkedHashMap<>();
            events.stream()
                    .filter(RunEvent.ItemUpdated.class::isInstance)
                    .map(RunEvent.ItemUpdated.class::cast)
                    .filter(updated -> updated.update() instanceof ItemUpdate.TextDelta)
                    .forEach(updated -> said.merge(
                            updated.id().value(), ((ItemUpdate.TextDelta) updated.update()).delta(), String::concat));
            return said;
        }

        Set<String> unfinished() {
            Set<String> begun = new LinkedHashSet<>();
            for (RunEvent event : events) {
                if (event instanceof RunEvent.ItemAdded added) {
                    begun.add(added.item().id().value());
                } else if (event instanceof RunEvent.ItemDone done) {
                    begun.remove(done.item().id().value());
                } else if (event instanceof RunEvent.ItemRemoved removed) {
                    begun.remove(removed.id().value());
                }
            }
            return begun;
        }
    }
}
