package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A message that one node takes in while another answers is there on both from then on. */
@Timeout(300)
@WithSharedNodes
class WaitingMessageTest {

    private final List<ParleyServer> nodes = SharedNodes.both();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final String token = Tokens.ofSomeone();

    @AfterEach
    void echo() {
        goOn.countDown();
        nodes.forEach(node -> node.assistant().reset());
    }

    @Test
    void itIsShownBehindTheRunningAnswerAndAnsweredInItsTurn() throws IOException {
        nodes.forEach(node -> node.assistant().follow((turn, reply) -> {
            reply.text("Well, ");
            awaitEnd();
            reply.text(turn.message().text());
        }));
        String session = user(0).newSession();
        user(0).post(Api.runsOf(session), Api.message("one", "'background':true"));

        try (RawRequest second = RawRequest.post(
                nodes.getLast().port(), token, Api.runsOf(session), Api.message("two", "'on_active_run':'enqueue'"))) {
            assertThat(second.readUntil("progress_update")).contains("\"text\":\"two\"");
            assertThat(texts(0, session)).containsExactly("one", "two");
            assertThat(texts(1, session)).containsExactly("one", "two");

            goOn.countDown();

            assertThat(second.readUntil("[DONE]")).contains("Well, ");
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(texts(0, session))
                        .containsExactly("one", "Well, one", "two", "Well, two")
                        .isEqualTo(texts(1, session)));
    }

    private void awaitEnd() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Api user(int node) {
        return nodes.get(node).anonymous().as(token);
    }

    private List<String> texts(int node, String session) {
        return user(node)
                .session(session)
                .data()
                .at("/messages")
                .valueStream()
                .map(message -> message.at("/content/0/text").asString())
                .toList();
    }
}
