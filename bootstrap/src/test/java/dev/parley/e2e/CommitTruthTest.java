package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommitTruthTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer PARLEY = ParleyServer.on(DATABASE);

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());
    private final Api user = PARLEY.someone();

    @BeforeEach
    void makeFunction() {
        jdbc.sql("""
                create or replace function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'refused at commit'; end $$""").update();
    }

    @AfterEach
    void mend() {
        jdbc.sql("drop function refuse() cascade").update();
    }

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    @Test
    void aSessionThatCannotBeCommittedIsNotAcknowledged() {
        refuseAtCommit("conversation");

        Answer answer = user.createSession();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("refused at commit");
        assertThat(user.sessions().json().at("/meta/total").asInt()).isZero();
    }

    @Test
    void aFailedCommitDoesNotCountAgainstTheLimit() {
        refuseAtCommit("conversation");
        for (int i = 0; i < 10; i++) {
            user.createSession();
        }
        mend();
        makeFunction();

        for (int i = 0; i < 10; i++) {
            assertThat(user.createSession().status()).isEqualTo(200);
        }
    }

    @Test
    void aMessageThatCannotBeCommittedIsNotAnswered() {
        String session = user.newSession();
        refuseAtCommit("item");

        Answer answer = user.say(session, "hello");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(user.session(session).data().at("/messages").size()).isZero();
        assertThat(user.session(session).data().at("/title").asString()).isEqualTo("New Chat");
        assertThat(jdbc.sql("select count(*) from run where conversation_id = cast(:id as uuid)")
                        .param("id", session)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFailedCommitIsCountedUnderItsName() {
        refuseAtCommit("conversation");

        user.createSession();

        assertThat(PARLEY.administrator().get("/actuator/prometheus").body())
                .containsPattern("parley_step_failures_total\\{[^}]*step=\"commit\"[^}]*} [1-9]");
    }

    private void refuseAtCommit(String table) {
        jdbc.sql("""
                create constraint trigger refuse after insert on %s
                deferrable initially deferred for each row execute function refuse()""".formatted(table)).update();
    }
}
