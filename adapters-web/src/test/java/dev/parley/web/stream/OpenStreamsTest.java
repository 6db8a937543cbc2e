package dev.parley.web.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.RunningParley;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user has at most 20 streams open on a node. */
class OpenStreamsTest {

    private static final int MAXIMUM = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String NEW_THREAD =
            "{\"type\":\"threads.create\",\"params\":{\"input\":{\"content\":[{\"type\":\"input_text\",\"text\":\"hi\"}],"
                    + "\"attachments\":[],\"inference_options\":{}}}}";

    private final RunningParley parley = RunningParley.shared();
    private final Api user = parley.someone();
    private final String session = user.newSession();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<RawRequest> open = new ArrayList<>();
    private String events = "";

    @BeforeEach
    void aRunThatIsSilent() {
        parley.assistant().follow((turn, reply) -> awaitEnd());
        String body = Api.message("hi", "'background':true");
        String run = user.post(Api.runsOf(session), body).header("X-Run-Id");
        events = Api.runsOf(session) + "/" + run + "/events";
        while (open.size() < MAXIMUM) {
            follow();
        }
    }

    @AfterEach
    void goOn() throws IOException {
        end.countDown();
        for (RawRequest request : open) {
            request.close();
        }
        parley.assistant().reset();
    }

    @Test
    void theNextIsRefusedWithACodeOfItsOwn() {
        Answer next = user.get(events);

        assertThat(next.status()).isEqualTo(429);
        assertThat(next.code()).isEqualTo("STREAM_LIMIT");
        assertThat(next.message()).contains("20");
        assertThat(next.header("Retry-After")).isNotEmpty();
    }

    @Test
    void aMessageWhoseStreamIsRefusedIsNotSent() {
        String other = user.newSession();

        assertThat(user.say(other, "hi").code()).isEqualTo("STREAM_LIMIT");
        assertThat(user.post("/api/v1/chatkit", NEW_THREAD).code()).isEqualTo("STREAM_LIMIT");
        assertThat(user.session(other).data().at("/threads/0/messages").size()).isZero();
        assertThat(user.sessions().data().size()).isEqualTo(2);
    }

    @Test
    void anotherUsersStreamsAreNotCounted() {
        parley.assistant().reset();

        Api another = parley.someone();

        assertThat(another.say(another.newSession(), "hi").status()).isEqualTo(200);
    }

    @Test
    void whoeverVanishesWithoutAWordLetsTheNextIn() throws IOException {
        open.removeLast().close();
        awaitRoom();

        open.removeLast().reset();
        awaitRoom();

        assertThat(user.get(events).code()).isEqualTo("STREAM_LIMIT");
    }

    @Test
    void theEndOfTheRunLetsTheNextIn() {
        end.countDown();

        await().atMost(TIMEOUT).until(() -> user.get(events).status() == 200);
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitRoom() {
        await().atMost(TIMEOUT).until(() -> {
            RawRequest next = RawRequest.get(parley.port(), Objects.requireNonNull(user.token()), events);
            if (next.readUntil("\r\n\r\n").startsWith("HTTP/1.1 200")) {
                open.add(next);
                return true;
            }
            next.close();
            return false;
        });
    }

    private void follow() {
        RawRequest next = RawRequest.get(parley.port(), Objects.requireNonNull(user.token()), events);
        assertThat(next.readUntil(": run")).startsWith("HTTP/1.1 200");
        open.add(next);
    }
}
