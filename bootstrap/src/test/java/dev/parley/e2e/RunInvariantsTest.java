package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What holds after an answer, and does not once something is changed behind Parley's back. */
class RunInvariantsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeAll
    static void answerOnce() {
        try (ParleyServer parley = ParleyServer.on(DATABASE)) {
            parley.assistant().follow(Story.slowly());
            Api user = parley.someone();
            assertThat(user.say(user.newSession(), "tell me").events()).last().isEqualTo("[DONE]");
        }
        new RunInvariants(JdbcClient.create(DATABASE.dataSource())).assertSettled();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from run_log",
                "delete from run_log where first_sequence = 1",
                "delete from run_log where first_sequence = (select max(first_sequence) from run_log)",
                "update run_log set last_sequence = last_sequence + 1"
                        + " where first_sequence = (select max(first_sequence) from run_log)",
                "update run set status = 'running', finished_at = null, lease_until = now() + interval '1 h'",
                "update run set taken_over_from = 1000",
                "delete from item where sequence = 2",
                "update item set sequence = 100 where sequence = 2",
                "update item set id = 'msg_of_nobody' where sequence = 2",
                "update item set payload = '{\"content\":[{\"text\":\"another\"}]}' where type = 'assistant_message'",
                "update conversation set message_count = message_count + 1",
                "update conversation set last_sequence = last_sequence + 1",
                "update account set session_count = session_count + 1",
                "update account set task_count = task_count + 1"
            })
    void aChangeBehindParleysBackIsFound(String change) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            assertThat(jdbc.sql(change).update()).isPositive();

            assertThatThrownBy(new RunInvariants(jdbc)::assertSettled).isInstanceOf(AssertionError.class);

            connection.rollback();
        }
    }
}
