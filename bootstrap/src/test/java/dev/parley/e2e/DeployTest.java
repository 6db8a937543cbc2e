package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.e2e.RunReader.End;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(300)
class DeployTest {

    private static final Duration NET = Duration.ofMinutes(2);
    /** Never reached: the node stops as soon as its last run has ended. */
    private static final Duration DRAIN = Duration.ofHours(1);

    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNodeThatIsToStopLetsRunsEndAndSendsReadersOn() {
        CountDownLatch middle = new CountDownLatch(1);
        try (TestDatabase database = TestDatabase.create();
                ParleyServer next = ParleyServer.on(database);
                ParleyProcess stopping = ParleyProcess.withFaults(
                        folder, database, Map.of("PARLEY_RUNS_DRAIN_TIMEOUT", DRAIN.toSeconds() + "s"))) {
            next.assistant().follow(Story.pausedUntil(middle));
            String token = Tokens.ofSomeone();
            Api old = stopping.anonymous().as(token);
            Api user = next.anonymous().as(token);
            String ending = user.newSession();
            String elsewhere = user.newSession();
            try (RunReader endingReader = RunReader.say(old, ending, ParleyWithFaults.PAUSE);
                    RunReader there = RunReader.say(user, elsewhere, "tell me");
                    RunReader reader = RunReader.follow(old, elsewhere, there.run(), null)) {
                endingReader.upTo(Story.MIDDLE);
                SeenEvents seen = new SeenEvents().addAll(reader.upTo(Story.MIDDLE));

                stopping.terminate();

                await().atMost(NET)
                        .until(() -> old.get("/actuator/health/readiness").status() == 503);
                Answer refused = old.say(user.newSession(), "one more");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.code()).isEqualTo("SERVICE_UNAVAILABLE");
                stopping.tell("");
                assertThat(endingReader.rest().getLast().isItemDone()).isTrue();
                seen.addAll(reader.rest());
                assertThat(reader.end()).isEqualTo(End.RECONNECT);
                assertThat(stopping.awaitEnd()).isEqualTo(ENDED_BY_SIGTERM);
                assertThat(stopping.warningsOfStop()).isEmpty();

                middle.countDown();
                try (RunReader again = RunReader.follow(user, elsewhere, there.run(), seen.lastId())) {
                    seen.addAll(again.rest());
                    assertThat(again.end()).isEqualTo(End.DONE);
                }
                assertThat(seen.events()).isEqualTo(there.rest());
                assertThat(status(user, ending, endingReader)).isEqualTo("completed");
            }
            new RunInvariants(JdbcClient.create(database.dataSource())).assertSettled();
        }
    }

    private static String status(Api user, String session, RunReader reader) {
        return user.get(Api.runsOf(session) + "/" + reader.run())
                .data()
                .at("/status")
                .asString();
    }
}
