package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.persistence.testing.Race;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WithSharedNodes
class RaceTest {

    private static final List<ParleyServer> NODES = SharedNodes.both();

    private final AtomicInteger turn = new AtomicInteger();
    private final String token = Tokens.ofSomeone();

    @AfterEach
    void echoAgain() {
        NODES.forEach(node -> node.assistant().reset());
    }

    @Test
    void sixtyFourCreatesOnTwoNodesEndWithTen() {
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();

        List<Throwable> failures =
                Race.failuresOf(64, () -> answers.add(nextNode().createSession()));

        assertThat(failures).isEmpty();
        assertThat(codes(answers)).isEqualTo(Map.of("", 10L, "SESSION_LIMIT", 54L));
        assertThat(nextNode().sessions().json().at("/meta/total").asInt()).isEqualTo(10);
        assertThat(stored(
                        "select count(*) from conversation where owner_id = (select owner_id from conversation where id = :id)",
                        nextNode().sessions().data().at("/0/id").asString()))
                .isEqualTo(10);
    }

    @Test
    void parallelMessagesInAThreadGiveOneRun() {
        String session = nextNode().newSession();
        CountDownLatch refused = new CountDownLatch(15);
        NODES.forEach(node -> node.assistant().follow((turnOfRun, reply) -> {
            reply.text("answer");
            awaitQuietly(refused);
        }));
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();

        List<Throwable> failures = Race.failuresOf(16, () -> {
            Answer answer = nextNode().say(session, "message");
            if (answer.status() != 200) {
                refused.countDown();
            }
            answers.add(answer);
        });

        assertThat(failures).isEmpty();
        assertThat(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())))
                .isEqualTo(Map.of(200, 1L, 409, 15L));
        assertThat(roles(session)).containsExactly("user", "assistant");
    }

    @Test
    void noMessageIsLostOrInterleaved() {
        String session = nextNode().newSession();
        AtomicInteger acknowledged = new AtomicInteger();

        List<Throwable> failures = Race.failuresOf(8, () -> {
            for (int i = 0; i < 5; i++) {
                if (nextNode().say(session, "message").status() == 200) {
                    acknowledged.incrementAndGet();
                }
            }
        });

        assertThat(failures).isEmpty();
        List<String> roles = roles(session);
        assertThat(roles).hasSize(2 * acknowledged.get());
        for (int i = 0; i < roles.size(); i++) {
            assertThat(roles.get(i)).isEqualTo(i % 2 == 0 ? "user" : "assistant");
        }
        assertThat(stored("select max(sequence) from item where conversation_id = :id", session))
                .isEqualTo(roles.size());
    }

    @Test
    void aSessionDeletedWhileItIsAnsweredIsGone() {
        String session = nextNode().newSession();
        CountDownLatch deleted = new CountDownLatch(1);
        NODES.forEach(node -> node.assistant().follow((turnOfRun, reply) -> {
            reply.text("too late");
            awaitQuietly(deleted);
        }));
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();

        List<Throwable> failures =
                Race.failuresOf(List.of(() -> answers.add(nextNode().say(session, "message")), () -> {
                    await().until(() -> stored("select count(*) from run where conversation_id = :id", session) == 1);
                    assertThat(nextNode()
                                    .delete("/api/v1/chatkit/sessions/" + session)
                                    .status())
                            .isEqualTo(200);
                    deleted.countDown();
                }));

        assertThat(failures).isEmpty();
        assertThat(answers.element().jsonEvents().getLast().at("/type").asString())
                .isEqualTo("error");
        assertThat(stored("select count(*) from item where conversation_id = :id", session))
                .isZero();
    }

    private Api nextNode() {
        return NODES.get(turn.getAndIncrement() % NODES.size()).anonymous().as(token);
    }

    private List<String> roles(String session) {
        return nextNode()
                .session(session)
                .data()
                .at("/messages")
                .valueStream()
                .map(message -> message.at("/role"))
                .map(JsonNode::asString)
                .toList();
    }

    private static Map<String, Long> codes(Queue<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::code, Collectors.counting()));
    }

    private static long stored(String sql, String session) {
        return JdbcClient.create(SharedNodes.database().dataSource())
                .sql(sql)
                .param("id", UUID.fromString(session))
                .query(Long.class)
                .single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
