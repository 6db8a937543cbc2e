package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.e2e.RunReader.End;
import dev.parley.e2e.RunReader.Event;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL restarts while an assistant answers. */
@Timeout(120)
class OutageDuringRunTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String[] LEASE = {"parley.runs.lease=60s", "parley.runs.heartbeat=500ms"};
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Outage OUTAGE = Outage.of(DATABASE);
    private static final ParleyServer HERE = ParleyServer.on(DATABASE, LEASE);
    private static final ParleyServer THERE = ParleyServer.on(DATABASE, LEASE);

    private final CountDownLatch middle = new CountDownLatch(1);
    private final String token = Tokens.ofSomeone();
    private final Api here = HERE.anonymous().as(token);
    private final Api there = THERE.anonymous().as(token);

    @AfterAll
    static void stop() {
        HERE.close();
        THERE.close();
        OUTAGE.close();
        DATABASE.close();
    }

    @Test
    void readersAreToldOnAndAllIsWrittenWhenTheDatabaseIsBack() {
        HERE.assistant().follow(Story.pausedUntil(middle));
        String session = here.newSession();
        try (RunReader reader = RunReader.say(here, session, "tell me");
                RunReader elsewhere = RunReader.follow(there, session, reader.run(), null)) {
            SeenEvents seen = new SeenEvents().addAll(reader.upTo(Story.MIDDLE));
            SeenEvents seenElsewhere = new SeenEvents().addAll(elsewhere.upTo(Story.MIDDLE));
            OUTAGE.begin();
            try {
                middle.countDown();
                seen.addAll(reader.upTo(Story.LAST));
            } finally {
                OUTAGE.end();
            }

            seen.addAll(reader.rest());
            assertThat(reader.end()).isEqualTo(End.DONE);
            assertThat(seen.events().getLast()).matches(Event::isItemDone, "is the whole message");
            seenElsewhere.addAll(elsewhere.rest());
            assertThat(elsewhere.end()).isEqualTo(End.DONE);
            assertThat(seenElsewhere.events()).isEqualTo(seen.events());
            try (RunReader again = RunReader.follow(there, session, reader.run(), null)) {
                assertThat(again.rest()).isEqualTo(seen.events());
            }
        }
        await().atMost(SOON).until(() -> OUTAGE.listening() == 2);
        new RunInvariants(JdbcClient.create(DATABASE.dataSource())).assertSettled();
    }

    @Test
    void messagesThatWaitWhileTheDatabaseIsAwayAreAnsweredWhenItIsBack() {
        HERE.assistant().follow(Story.pausedUntil(middle));
        String session = here.newSession();
        String waiting = Api.message("and then?", "'on_active_run':'enqueue'");
        try (RunReader first = RunReader.say(here, session, "tell me");
                RunReader second = RunReader.start(there, session, waiting, request -> request)) {
            first.upTo(Story.MIDDLE);
            OUTAGE.begin();
            try {
                middle.countDown();
                first.upTo(Story.LAST);
            } finally {
                OUTAGE.end();
            }

            assertThat(first.rest()).isNotEmpty();
            second.rest();

            // Where the outage has taken long, the second one is asked to connect again.
            try (RunReader again = RunReader.follow(there, session, second.run(), null)) {
                List<Event> answer = again.rest();
                assertThat(again.end()).isEqualTo(End.DONE);
                assertThat(answer.getLast()).matches(Event::isItemDone, "is the whole message");
            }
        }
        new RunInvariants(JdbcClient.create(DATABASE.dataSource())).assertSettled();
    }
}
