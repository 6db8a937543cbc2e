package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.run.Reply;
import dev.parley.application.run.RunLogWriter;
import dev.parley.application.run.Turn;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the log costs, at the pace of a model: 50 tokens a second. A tenth of an answer of 2,000 tokens may make a tenth of
 * 1,000 rows.
 */
@Timeout(60)
class LogWritesTest {

    private static final int TOKENS = 200;
    private static final Duration TOKEN = Duration.ofMillis(20);
    private static final double WRITES_A_SECOND = 20;

    /** A read that looks for runs to stop, and what the heartbeat does. */
    private static final double OTHER_UNITS_A_SECOND = 2;

    /** The message, the answer, the end, the look for what waits, and what the request reads. */
    private static final int UNITS_OF_A_RUN = 10;

    private static final int ROWS_OF_A_RUN = 3;
    private static final Pattern COMMITS = Pattern.compile("(?m)^parley_unit_commits_total(?:\\{[^}]*})? (\\S+)$");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer PARLEY = ParleyServer.on(DATABASE);

    private final Api user = PARLEY.someone();

    @BeforeAll
    static void speakAtTheModelsPace() {
        PARLEY.assistant().follow(LogWritesTest::speak);
    }

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    @Test
    void tokensNeitherMakeRowsNorCommits() {
        assertThat(RunLogWriter.PAUSE.toMillis() * WRITES_A_SECOND).isEqualTo(1000);
        String session = user.newSession();
        double commitsBefore = commits();
        long begin = System.nanoTime();

        try (RunReader reader = RunReader.say(user, session, "tell me")) {
            assertThat(reader.rest()).hasSizeGreaterThan(TOKENS);

            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(commits() - commitsBefore)
                    .as("commits in %s s", seconds)
                    .isLessThanOrEqualTo((WRITES_A_SECOND + OTHER_UNITS_A_SECOND) * seconds + UNITS_OF_A_RUN);
            assertThat(rows(reader.run()))
                    .as("rows")
                    .isLessThanOrEqualTo(TOKENS / 2 + ROWS_OF_A_RUN)
                    .isLessThanOrEqualTo((long) (WRITES_A_SECOND * seconds) + ROWS_OF_A_RUN);
        }
    }

    private static void speak(Turn turn, Reply reply) {
        long begin = System.nanoTime();
        for (int token = 0; token < TOKENS; token++) {
            LockSupport.parkNanos(begin + token * TOKEN.toNanos() - System.nanoTime());
            reply.text("token ");
        }
    }

    private static double commits() {
        Matcher commits = COMMITS.matcher(
                PARLEY.administrator().get("/actuator/prometheus").body());
        assertThat(commits.find()).isTrue();
        return Double.parseDouble(commits.group(1));
    }

    private static long rows(String run) {
        return JdbcClient.create(DATABASE.dataSource())
                .sql("select count(*) from run_log where run_id = :run")
                .param("run", UUID.fromString(run))
                .query(Long.class)
                .single();
    }
}
