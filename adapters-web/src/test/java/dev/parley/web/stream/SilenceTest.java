package dev.parley.web.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.assistant.Reply;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.shared.Json;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer never falls silent for so long that a proxy gives it up, however long the assistant does. */
class SilenceTest {

    private static final AtomicLong NANOS = new AtomicLong();
    private static final AtomicLong NANOS_AT_EACH_LOOK = new AtomicLong();
    private static final RunningParley PARLEY = RunningParley.start(MovedClock.class);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final String token = Tokens.ofSomeone();
    private final Api user = PARLEY.anonymous().as(token);
    private final BlockingQueue<Optional<Consumer<Reply>>> script = new LinkedBlockingQueue<>();

    /** Streams of which a test moves the clock. */
    static class MovedClock {

        @Bean
        @Primary
        LongResponses responsesByMovedClock(JsonMapper json) {
            return new LongResponses(json, () -> NANOS.addAndGet(NANOS_AT_EACH_LOOK.get()));
        }
    }

    @BeforeEach
    void assistantThatWaitsForTheTest() {
        PARLEY.assistant().follow((turn, reply) -> {
            for (Optional<Consumer<Reply>> next = next(); next.isPresent(); next = next()) {
                next.get().accept(reply);
            }
        });
    }

    @AfterEach
    void end() {
        script.add(Optional.empty());
        NANOS_AT_EACH_LOOK.set(0);
        PARLEY.assistant().reset();
    }

    @AfterAll
    static void stop() {
        PARLEY.close();
    }

    @Test
    void aStreamOfTheProtocolIsKeptAliveByComments() throws Exception {
        try (RawRequest request = RawRequest.post(PARLEY.port(), token, "/api/v1/chatkit", newThread())) {
            staysAlive(request, "stream_options");
        }
    }

    @Test
    void aStreamOfRestIsKeptAliveByComments() throws Exception {
        String session = user.newSession();
        try (RawRequest request = RawRequest.post(PARLEY.port(), token, Api.runsOf(session), Api.message("hi"))) {
            staysAlive(request, "thread.updated");
        }
    }

    @Test
    void aMessageThatWaitsItsTurnIsKeptAliveByComments() throws Exception {
        String session = user.newSession();
        user.post(Api.runsOf(session), Api.message("first", "'background':true"));
        String waiting = Api.message("second", "'on_active_run':'enqueue'");
        try (RawRequest request = RawRequest.post(PARLEY.port(), token, Api.runsOf(session), waiting)) {
            request.readUntil("progress_update");
            advance(LONGEST);
            request.readUntil("\n:\n\n");
            script.add(Optional.empty());
            script.add(Optional.empty());
            request.readUntil("[DONE]");
        }
    }

    @Test
    void eventsThatNoClientIsShownAreNoBytes() throws Exception {
        try (RawRequest request = RawRequest.post(PARLEY.port(), token, "/api/v1/chatkit", newThread())) {
            request.readUntil("stream_options");
            advance(LONGEST.minusSeconds(3));
            then(reply -> reply.remember(Json.EMPTY_OBJECT));
            await().until(script::isEmpty);
            advance(Duration.ofSeconds(3));

            request.readUntil("\n:\n\n");
        }
    }

    @Test
    void aJsonAnswerBeginsWithWhiteSpace() throws Exception {
        String session = user.newSession();
        NANOS_AT_EACH_LOOK.set(LONGEST.toNanos());
        try (RawRequest request = waitFor(session)) {
            request.readUntil("\r\n\r\n1\r\n \r\n");
            request.readUntil("1\r\n \r\n1\r\n \r\n");
            then(reply -> reply.text("Well then."));
            script.add(Optional.empty());

            String answer = request.readUntil("\r\n0\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 200").contains("X-Run-Id: ", "Content-Type: application/json");
            JsonNode data = value(answer);
            assertThat(data.at("/data/status").asString()).isEqualTo("completed");
            assertThat(data.at("/data/items/1/content/0/text").asString()).isEqualTo("Well then.");
        }
    }

    @Test
    void aFailureAfterTheWhiteSpaceIsInTheStatusOfTheRun() throws Exception {
        String session = user.newSession();
        NANOS_AT_EACH_LOOK.set(LONGEST.toNanos());
        try (RawRequest request = waitFor(session)) {
            request.readUntil("\r\n\r\n1\r\n \r\n");
            then(reply -> {
                throw new IllegalStateException("no model");
            });

            JsonNode data = value(request.readUntil("\r\n0\r\n\r\n"));

            assertThat(data.at("/data/status").asString()).isEqualTo("failed");
            assertThat(data.at("/data/error_code").asString()).isEqualTo("UPSTREAM_ERROR");
        }
    }

    @Test
    void aSessionThatIsDeletedAfterTheWhiteSpaceLeavesTheRunAsItWas() throws Exception {
        String session = user.newSession();
        NANOS_AT_EACH_LOOK.set(LONGEST.toNanos());
        try (RawRequest request = waitFor(session)) {
            request.readUntil("\r\n\r\n1\r\n \r\n");
            user.delete("/api/v1/chatkit/sessions/" + session);
            script.add(Optional.empty());

            JsonNode data = value(request.readUntil("\r\n0\r\n\r\n"));

            assertThat(data.at("/success").asBoolean()).isTrue();
            assertThat(data.at("/data/status").asString()).isEqualTo("running");
            assertThat(PARLEY.errorReporter().failures())
                    .extracting(SystemFailure::step)
                    .doesNotContain("run.result");
        }
    }

    private void staysAlive(RawRequest request, String begun) {
        request.readUntil(begun);
        advance(LONGEST);
        request.readUntil("\n:\n\n");
        then(reply -> reply.text("Well"));
        request.readUntil("Well\"}}");
        advance(LONGEST);
        request.readUntil("Well\"}}\n\n\r\n3\r\n:\n\n");
        advance(LONGEST);
        request.readUntil(":\n\n\r\n3\r\n:\n\n");
        script.add(Optional.empty());
        assertThat(request.readUntil("\r\n0\r\n\r\n")).contains("thread.item.done");
    }

    private static void advance(Duration duration) {
        NANOS.addAndGet(duration.toNanos());
    }

    private RawRequest waitFor(String session) {
        return RawRequest.post(PARLEY.port(), token, Api.runsOf(session), Api.message("hi", "'stream':false"));
    }

    private void then(Consumer<Reply> act) {
        script.add(Optional.of(act));
    }

    private Optional<Consumer<Reply>> next() {
        try {
            return script.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static JsonNode value(String answer) {
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4).replaceAll("(^|\r\n)[0-9a-f]+\r\n", "");
        assertThat(body).startsWith(" ");
        return PARLEY.json().readTree(body);
    }

    private static String newThread() {
        return "{\"type\":\"threads.create\",\"params\":{\"input\":{\"content\":[{\"type\":\"input_text\",\"text\":\"Hi\"}]}}}";
    }
}
