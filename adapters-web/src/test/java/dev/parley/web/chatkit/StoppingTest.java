package dev.parley.web.chatkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.assistant.Reply;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A client stops an answer by dropping the connection, whether the assistant speaks or not. */
class StoppingTest {

    private static final RunningParley PARLEY = RunningParley.start();
    private static final String PATH = "/api/v1/chatkit";

    private final String token = Tokens.ofSomeone();
    private final Api user = PARLEY.anonymous().as(token);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** How a connection ends. */
    enum Ending {
        CLOSED,
        HALF_CLOSED,
        RESET;

        void of(RawRequest request) throws IOException {
            switch (this) {
                case CLOSED -> request.close();
                case HALF_CLOSED -> request.halfClose();
                case RESET -> request.reset();
            }
        }
    }

    @BeforeEach
    void assistantThatSaysAWordAndFallsSilent() {
        answering(reply -> {
            reply.text("Well");
            silent();
        });
    }

    @AfterEach
    void echo() {
        PARLEY.assistant().reset();
    }

    @AfterAll
    static void stop() {
        PARLEY.close();
    }

    @ParameterizedTest
    @EnumSource
    void aSilentAnswerIsStoppedWithinASecond(Ending ending) throws Exception {
        RawRequest request = begin();
        String thread = thread(request.readUntil("Well"));

        ending.of(request);

        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
        awaitStatus(thread, "cancelled");
        assertThat(user.session(thread).data().at("/messages/1/content/0/text").asString())
                .isEqualTo("Well");
    }

    @Test
    void anAnswerThatHasNotBegunIsStoppedAsWell() throws Exception {
        answering(reply -> silent());
        RawRequest request = begin();
        String thread = thread(request.readUntil("stream_options"));

        request.close();

        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
        awaitStatus(thread, "cancelled");
        assertThat(user.session(thread).data().at("/messages")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerInFullFlowIsStopped(Ending ending) throws Exception {
        answering(reply -> {
            while (!Thread.currentThread().isInterrupted()) {
                reply.text("word ");
                pause();
            }
        });
        RawRequest request = begin();
        String thread = thread(request.readUntil("word "));

        ending.of(request);

        awaitStatus(thread, "cancelled");
    }

    @Test
    void nothingIsWrittenToFindOut() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        answering(reply -> {
            reply.text("Well");
            waitFor(goOn);
        });
        try (RawRequest request = begin()) {
            String before = request.readUntil("Well\"}}\n\n");
            assertThat(stopped.await(1500, TimeUnit.MILLISECONDS)).isFalse();
            goOn.countDown();
            String after = request.readUntil("\r\n0\r\n\r\n");

            String later = after.substring(before.length()).replaceAll("\r\n[0-9a-f]*\r\n", "");
            assertThat(later.lines()).allMatch(line -> line.isEmpty() || line.startsWith("data: {"));
        }
    }

    @Test
    void aRequestThatComesEarlyIsServedNext() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        answering(reply -> {
            reply.text("Well");
            waitFor(goOn);
        });
        try (RawRequest request = begin()) {
            String thread = thread(request.readUntil("Well"));
            request.send("POST", token, PATH, "{\"type\":\"threads.list\",\"params\":{}}");
            assertThat(stopped.await(1, TimeUnit.SECONDS)).isFalse();
            goOn.countDown();

            assertThat(request.readUntil("}],\"has_more\":false}")).contains(thread);
            awaitStatus(thread, "completed");
        }
    }

    @Test
    void whereItIsSetSoTheAnswerGoesOn() throws Exception {
        try (RunningParley parley = RunningParley.start("parley.chatkit.cancels=false")) {
            CountDownLatch goOn = new CountDownLatch(1);
            parley.assistant().follow((turn, reply) -> {
                reply.text("Well");
                waitFor(goOn);
                reply.text(" then.");
            });
            RawRequest request = RawRequest.post(parley.port(), token, PATH, create());
            String events = request.readUntil("Well");
            request.reset();

            goOn.countDown();

            assertThat(events).contains("{\"allow_cancel\":false}");
            Api there = parley.anonymous().as(token);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(there.session(thread(events))
                                    .data()
                                    .at("/messages/1/content/0/text")
                                    .asString())
                            .isEqualTo("Well then."));
        }
    }

    private void answering(Consumer<Reply> script) {
        PARLEY.assistant().follow((turn, reply) -> {
            try {
                script.accept(reply);
            } finally {
                if (Thread.currentThread().isInterrupted()) {
                    stopped.countDown();
                }
            }
        });
    }

    private RawRequest begin() {
        return RawRequest.post(PARLEY.port(), token, PATH, create());
    }

    private void awaitStatus(String thread, String status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(runs(thread).at("/data/0/status").asString()).isEqualTo(status));
    }

    private JsonNode runs(String thread) {
        return user.get(Api.runsOf(thread)).json();
    }

    private static String create() {
        return "{\"type\":\"threads.create\",\"params\":{\"input\":{\"content\":[{\"type\":\"input_text\",\"text\":\"Hi\"}]}}}";
    }

    private static String thread(String events) {
        return events.replaceFirst("(?s).*?\"thread\":\\{\"id\":\"([^\"]+)\".*", "$1");
    }

    private static void silent() {
        waitFor(new CountDownLatch(1));
    }

    private static void pause() {
        try {
            boolean unused = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
