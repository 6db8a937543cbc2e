package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.run.RunLogFlusher;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the log costs: a row and a commit for all that was said since the last look of its writer, which looks 20 times a
 * second, so that an answer of 2,000 tokens at the pace of a model, 50 a second, makes fewer than 1,000 rows.
 */
@Timeout(60)
class LogWritesTest {

    private static final int TOKENS = 200;
    private static final double WRITES_A_SECOND = 20;
    private static final int ROWS_OF_A_RUN = 3;

    /** The first token, what the writer has in hand while it cannot write, and the rest. */
    private static final int ROWS_OF_TOKENS = 3;

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer PARLEY = ParleyServer.on(DATABASE);

    private final Api user = PARLEY.someone();

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    @Test
    void tokensNeitherMakeRowsNorCommits() throws Exception {
        assertThat(RunLogFlusher.PAUSE.toMillis() * WRITES_A_SECOND).isEqualTo(1000);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(1);
        PARLEY.assistant().follow((turn, reply) -> {
            reply.text("token ");
            first.countDown();
            waitFor(locked);
            for (int token = 1; token < TOKENS; token++) {
                reply.text("token ");
            }
            all.countDown();
        });
        String session = user.newSession();

        try (RunReader reader = RunReader.say(user, session, "tell me")) {
            waitFor(first);
            try (Connection connection = DATABASE.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table run_log in exclusive mode");
                locked.countDown();
                waitFor(all);
                connection.rollback();
            }
            assertThat(reader.rest()).hasSizeGreaterThan(TOKENS);

            assertThat(count("*", reader.run())).as("rows").isLessThanOrEqualTo(ROWS_OF_TOKENS + ROWS_OF_A_RUN);
            assertThat(count("distinct xmin::text", reader.run()))
                    .as("commits that wrote them")
                    .isLessThanOrEqualTo(ROWS_OF_TOKENS + ROWS_OF_A_RUN);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long count(String what, String run) {
        return JdbcClient.create(DATABASE.dataSource())
                .sql("select count(%s) from run_log where run_id = :run".formatted(what))
                .param("run", UUID.fromString(run))
                .query(Long.class)
                .single();
    }
}
