package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.e2e.RunReader.End;
import dev.parley.e2e.RunReader.Event;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs on two nodes with one database: here, and in a process that can be killed. */
@Timeout(120)
class DurableRunTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** A node that has been well for as long as its own leases last takes runs over. */
    private static final String[] LEASES = {"parley.runs.lease=5s", "parley.runs.heartbeat=500ms"};

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer HERE = ParleyServer.on(DATABASE, LEASES);
    private static final ParleyServer THERE = ParleyServer.on(DATABASE, LEASES);

    @TempDir
    private Path folder;

    private final RunInvariants invariants = new RunInvariants(JdbcClient.create(DATABASE.dataSource()));
    private final String token = Tokens.ofSomeone();
    private final Api here = HERE.anonymous().as(token);
    private final Api there = THERE.anonymous().as(token);

    @BeforeEach
    void tellAtOnce() {
        HERE.assistant().follow(Story.atOnce());
    }

    @AfterAll
    static void stop() {
        HERE.close();
        THERE.close();
        DATABASE.close();
    }

    @Test
    void aRunIsTheSameToTheByteOnEveryNodeFromEveryPlace() {
        String session = here.newSession();
        List<Event> whole = undisturbed("tell me");
        CountDownLatch middle = new CountDownLatch(1);
        HERE.assistant().follow(Story.pausedUntil(middle));

        SeenEvents seen = new SeenEvents();
        String run;
        try (RunReader first = RunReader.say(here, session, "tell me")) {
            run = first.run();
            seen.addAll(first.take(20));
        }
        try (RunReader elsewhere = RunReader.follow(there, session, run, seen.lastId())) {
            seen.addAll(elsewhere.take(25));
        }
        try (RunReader back = RunReader.follow(here, session, run, seen.lastId());
                RunReader elsewhere = RunReader.follow(there, session, run, seen.lastId())) {
            List<Event> untilMiddle = back.upTo(Story.MIDDLE);
            assertThat(elsewhere.upTo(Story.MIDDLE)).isEqualTo(untilMiddle);
            middle.countDown();
            List<Event> rest = back.rest();
            assertThat(elsewhere.rest()).isEqualTo(rest);
            assertThat(List.of(back.end(), elsewhere.end())).containsOnly(End.DONE);
            seen.addAll(untilMiddle).addAll(rest);
        }

        assertThat(SeenEvents.normalised(seen.events())).isEqualTo(SeenEvents.normalised(whole));
        for (int place = 0; place <= seen.events().size(); place++) {
            String after = place == 0 ? null : seen.events().get(place - 1).id();
            Api node = place % 2 == 0 ? here : there;
            assertThat(replay(node, session, run, after))
                    .isEqualTo(seen.events().subList(place, seen.events().size()));
        }
        invariants.assertSettled();
    }

    @Test
    void aRunIsStoppedFromAnotherNode() {
        String session = here.newSession();
        HERE.assistant().follow(Story.pausedUntil(new CountDownLatch(1)));
        try (RunReader reader = RunReader.say(here, session, "tell me");
                RunReader elsewhere = RunReader.follow(there, session, reader.run(), null)) {
            List<Event> untilMiddle = reader.upTo(Story.MIDDLE);
            assertThat(elsewhere.upTo(Story.MIDDLE)).isEqualTo(untilMiddle);

            assertThat(there.post(Api.runsOf(session) + "/" + reader.run() + "/cancel")
                            .status())
                    .isEqualTo(202);

            List<Event> rest = reader.rest();
            assertThat(elsewhere.rest()).isEqualTo(rest);
            assertThat(rest).last().matches(Event::isItemDone, "is the message so far");
            assertThat(there.get(Api.runsOf(session) + "/" + reader.run())
                            .data()
                            .at("/status")
                            .asString())
                    .isEqualTo("cancelled");
        }
        tellAtOnce();
        assertThat(here.say(session, "go on").status()).isEqualTo(200);
        invariants.assertSettled();
    }

    @Test
    void whatAKilledNodeHasToldGoesOnElsewhere() {
        List<Event> whole = undisturbed(ParleyWithFaults.PAUSE);
        ParleyProcess killed = ParleyProcess.withFaults(folder, DATABASE, leases());
        String session = here.newSession();
        SeenEvents seen = new SeenEvents();
        try (RunReader reader = RunReader.say(killed.anonymous().as(token), session, ParleyWithFaults.PAUSE)) {
            seen.addAll(reader.upTo(Story.MIDDLE));
            try (RunReader logged = RunReader.follow(here, session, reader.run(), null)) {
                assertThat(logged.upTo(Story.MIDDLE)).as("the log").isEqualTo(seen.events());
            }
            int told = seen.events().size();
            killed.kill();
            endLeases();
            assertThat(reader.next()).isEmpty();
            assertThat(reader.end()).isEqualTo(End.BROKEN);

            try (RunReader next = RunReader.follow(here, session, reader.run(), seen.lastId())) {
                seen.addAll(next.rest());
                assertThat(next.end()).isEqualTo(End.DONE);
            }

            assertThat(seen.withdrawn()).isEmpty();
            assertThat(SeenEvents.normalised(seen.events().subList(0, told)))
                    .isEqualTo(SeenEvents.normalised(whole).subList(0, told));
            assertThat(seen.events().subList(told, seen.events().size())).allMatch(Event::isTakenOver);
            assertThat(seen.events().getLast().data()).contains("\"error\"", "\"allow_retry\":true");
            assertThat(replay(here, session, reader.run(), null)).isEqualTo(seen.events());
            assertThat(replay(there, session, reader.run(), null)).isEqualTo(seen.events());
        }
        assertThat(tasks()).isOne();
        assertThat(there.say(session, "are you there?").status()).isEqualTo(200);
        invariants.assertSettled();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNodeThatWasOnlySlowFindsItselfFencedOff() {
        try (ParleyProcess slow = ParleyProcess.withFaults(folder, DATABASE, leases())) {
            String session = here.newSession();
            SeenEvents seen = new SeenEvents();
            try (RunReader reader = RunReader.say(slow.anonymous().as(token), session, ParleyWithFaults.PAUSE)) {
                seen.addAll(reader.upTo(Story.MIDDLE));
                try (RunReader logged = RunReader.follow(here, session, reader.run(), null)) {
                    assertThat(logged.upTo(Story.MIDDLE)).as("the log").isEqualTo(seen.events());
                }
                slow.freeze();
                await().atMost(SOON).until(() -> {
                    endLeases();
                    return invariants.unended() == 0;
                });
                assertThat(here.say(session, "are you there?").status()).isEqualTo(200);
                String before = here.session(session).body();

                slow.thaw();
                slow.tell("");
                seen.addAll(reader.rest());

                assertThat(reader.end()).isEqualTo(End.DONE);
                assertThat(replay(here, session, reader.run(), null)).isEqualTo(seen.events());
                assertThat(here.session(session).body()).isEqualTo(before);
            }
            invariants.assertSettled();
        }
    }

    private static List<Event> undisturbed(String text) {
        Api another = HERE.someone();
        try (RunReader reader = RunReader.say(another, another.newSession(), text)) {
            return reader.rest();
        }
    }

    private static List<Event> replay(Api node, String session, String run, @Nullable String after) {
        try (RunReader reader = RunReader.follow(node, session, run, after)) {
            List<Event> events = reader.rest();
            assertThat(reader.end()).isEqualTo(End.DONE);
            return events;
        }
    }

    /** As if the time of the leases were over. */
    private static void endLeases() {
        JdbcClient.create(DATABASE.dataSource())
                .sql("update run set lease_until = now() where status = 'running'")
                .update();
    }

    private int tasks() {
        return here.get("/api/v1/tasks").json().at("/meta/total").asInt();
    }

    /** So long that they end when the test wants it, and never because the process is slow. */
    private static Map<String, String> leases() {
        return Map.of("PARLEY_RUNS_LEASE", "10m", "PARLEY_RUNS_HEARTBEAT", "500ms", "PARLEY_RUNS_DRAIN_TIMEOUT", "1s");
    }
}
