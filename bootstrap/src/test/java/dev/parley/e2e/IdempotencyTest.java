package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest {

    private static final String SESSIONS = "/api/v1/chatkit/sessions";
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final List<ParleyServer> NODES = List.of(ParleyServer.on(DATABASE), ParleyServer.on(DATABASE));

    private final AtomicInteger turn = new AtomicInteger();
    private final String token = Tokens.ofSomeone();

    @AfterAll
    static void stop() {
        NODES.forEach(ParleyServer::close);
        DATABASE.close();
    }

    @Test
    void twentyRequestsWithOneKeyOnTwoNodesMakeOneSession() {
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();

        List<Throwable> failures = Race.failuresOf(20, () -> answers.add(createWithKey()));

        assertThat(failures).isEmpty();
        List<Answer> made =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(made.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(made.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
        });
        assertThat(nextNode().sessions().json().at("/meta/total").asInt()).isOne();
    }

    @Test
    void whatCannotBeCommittedUsesNoKey() {
        JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());
        jdbc.sql("""
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'refused at commit'; end $$""").update();
        jdbc.sql("""
                create constraint trigger refuse after insert on idempotency
                deferrable initially deferred for each row execute function refuse()""").update();
        assertThat(createWithKey().status()).isEqualTo(503);
        assertThat(nextNode().sessions().json().at("/meta/total").asInt()).isZero();
        jdbc.sql("drop function refuse() cascade").update();

        Answer again = createWithKey();

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
        assertThat(nextNode().sessions().json().at("/meta/total").asInt()).isOne();
    }

    private Answer createWithKey() {
        return nextNode()
                .send(
                        SESSIONS,
                        request -> request.POST(BodyPublishers.noBody())
                                .header("Idempotency-Key", "\"8e03978e-40d5-43e8-bc93-6894a57f9324\""));
    }

    private Api nextNode() {
        return NODES.get(turn.getAndIncrement() % NODES.size()).anonymous().as(token);
    }
}
