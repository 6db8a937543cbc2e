package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.e2e.Fault.Kind;
import dev.parley.e2e.RunReader.Event;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was promised holds wherever the database is cut off or the process is killed: before and behind each commit between
 * a request and the end of its answer, however many there are, and before and behind the commit of a batch of the log.
 */
@Timeout(120)
class FaultAtEveryStepTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int STEPS = 8;
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());
    private static final ParleyServer PARLEY =
            ParleyServer.withFaults(DATABASE, "parley.runs.lease=3s", "parley.runs.heartbeat=500ms");

    /** Nobody ends the runs of this process before it is killed, and its heartbeat waits for none that stand. */
    private static final Map<String, String> SETTINGS = Map.of(
            "PARLEY_RUNS_LEASE",
            "10m",
            "PARLEY_RUNS_HEARTBEAT",
            "5m",
            "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
            "40");

    private static List<Event> undisturbed = List.of();

    @TempDir
    private Path folder;

    private final RunInvariants invariants = new RunInvariants(JDBC);

    @BeforeAll
    static void countSteps() {
        PARLEY.assistant().follow(Story.atOnce());
        FaultedAnswer asked = FaultedAnswer.withFault(PARLEY.someone(), 0, Kind.CUT_BEFORE_COMMIT);
        undisturbed = asked.ask();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Fault.stepsOf(asked.name()))
                        .as("message, two items, a call, its tool, its outcome, the end, the look for what waits")
                        .isEqualTo(STEPS));
    }

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_BEFORE_COMMIT", "CUT_AFTER_COMMIT"})
    void aDatabaseThatIsCutOffInAnyStepCostsAnAcknowledgedAnswerNothing(Kind kind) {
        List<Integer> notAcknowledged = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            FaultedAnswer asked = FaultedAnswer.withFault(PARLEY.someone(), step, kind);

            List<Event> events = asked.ask();

            assertThat(FaultedAnswer.tasksOf(asked.user()))
                    .as("tasks of %s", asked.name())
                    .isLessThanOrEqualTo(1);
            if (asked.isAcknowledged()) {
                assertThat(SeenEvents.normalised(events))
                        .as(asked.name())
                        .isEqualTo(SeenEvents.normalised(undisturbed));
                assertThat(asked.rest(asked.user(), null)).isEqualTo(events);
            } else {
                assertThat(asked.status()).isEqualTo(503);
                notAcknowledged.add(step);
            }
            asked.assertTakesMessages(asked.user());
        }
        assertThat(notAcknowledged).as("the steps that refuse a message").containsExactly(1);
        await().atMost(SOON).until(() -> invariants.unended() == 0);
        invariants.assertSettled();
    }

    @ParameterizedTest
    @EnumSource(names = {"STAND_BEFORE_COMMIT", "STAND_AFTER_COMMIT"})
    void aProcessThatIsKilledInAnyStepLeavesNothingHanging(Kind batch) {
        List<FaultedAnswer> all = new ArrayList<>();
        try (ParleyProcess killed = ParleyProcess.withFaults(folder, DATABASE, SETTINGS)) {
            for (int step = 1; step <= STEPS; step++) {
                all.add(FaultedAnswer.withFault(killed.someone(), step, Kind.STAND_BEFORE_COMMIT));
                all.add(FaultedAnswer.withFault(killed.someone(), step, Kind.STAND_AFTER_COMMIT));
            }
            all.forEach(FaultedAnswer::askMeanwhile);
            all.forEach(asked -> awaitFile(asked.name()));
            killed.tell(batch.toString());
            FaultedAnswer inTheMiddle = FaultedAnswer.undisturbed(killed.someone(), ParleyWithFaults.PAUSE);
            inTheMiddle.askMeanwhile();
            all.add(inTheMiddle);
            awaitFile(FaultyUnits.LOG_WRITER);

            killed.kill();
        }
        // As if the time of the leases were over.
        JDBC.sql("update run set lease_until = now() where status = 'running'").update();

        await().atMost(SOON).until(() -> invariants.unended() == 0);
        all.forEach(FaultAtEveryStepTest::assertPromisesHold);
        invariants.assertSettled();
    }

    private static void assertPromisesHold(FaultedAnswer asked) {
        Api user = PARLEY.anonymous().as(asked.user().token());
        SeenEvents seen = new SeenEvents().addAll(asked.told());
        assertThat(FaultedAnswer.tasksOf(user)).as("tasks of %s", asked.name()).isLessThanOrEqualTo(1);
        if (asked.isAcknowledged()) {
            seen.addAll(asked.rest(user, seen.lastId()));
            assertThat(seen.events()).as(asked.name()).isEqualTo(asked.rest(user, null));
            assertThat(seen.withdrawn()).as("withdrawn of %s", asked.name()).noneMatch(Event::isItemDone);
        }
        asked.assertTakesMessages(user);
    }

    private void awaitFile(String name) {
        await().atMost(SOON).alias(name).until(() -> Files.exists(folder.resolve(name)));
    }
}
