package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.SystemFailure;
import dev.parley.assistant.testing.Script;
import dev.parley.assistant.testing.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ModelFailuresTest {

    private static final String SECRET = "internal detail of the provider";
    private static final String ERROR = "{\"error\":{\"message\":\"%s\",\"code\":42}}".formatted(SECRET);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final ModelUnderTest model = new ModelUnderTest();

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aRequestThatFailsInPassingIsSentAgain(int status) {
        model.answer(Script.refusing(status, ERROR), Script.refusing(status, "<html>"), Script.saying("Hello"));

        assertThat(model.text()).isEqualTo("Hello");
        assertThat(model.server.requests()).hasSize(3);
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsMadeAgain() {
        model.answer((request, wire) -> wire.drop(), Script.saying("Hello"));

        assertThat(model.text()).isEqualTo("Hello");
    }

    @Test
    void retriesEnd() {
        Script busy = Script.refusing(503, ERROR);

        assertFails("unavailable", busy, busy, busy, Script.saying("too late"));

        assertThat(model.server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422})
    void aRequestThatIsRefusedIsNotSentAgain(int status) {
        assertFails("refused", Script.refusing(status, ERROR));

        assertThat(model.server.requests()).hasSize(1);
    }

    @Test
    void thereIsNoWaitingForAProviderThatWantsToBeLeftAloneForLongerThanAnAnswerMayTake() {
        assertFails("rate_limited", Script.refusing(429, ERROR, "Retry-After", "7200"));

        assertThat(model.server.requests()).hasSize(1);
    }

    @Test
    void whatTheProviderSaysAboutItsFailureIsForTheLogAlone() {
        assertThatThrownBy(() -> model.answer(Script.refusing(401, ERROR)))
                .isInstanceOfSatisfying(SystemFailure.class, failure -> {
                    assertThat(failure.words().toString()).doesNotContain(SECRET);
                    assertThat(failure.code()).isEqualTo("UPSTREAM_ERROR");
                    assertThat(failure.step()).isEqualTo("assistant");
                })
                .hasStackTraceContaining(SECRET);
    }

    @Test
    void aKeyThatTheProviderNamesInItsErrorIsNotLogged() {
        String error = "{\"error\":{\"message\":\"Incorrect API key provided: secret-key.\"}}";

        assertThatThrownBy(() -> model.answer(Script.refusing(401, error)))
                .isInstanceOf(SystemFailure.class)
                .hasStackTraceContaining("Incorrect API key provided: [secret].")
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("secret-key"));
    }

    @Test
    void aStreamThatEndsWithNeitherDoneNorFinishReasonHasFailedAndItsTextStands() {
        assertFails("truncated", (request, wire) -> {
            wire.stream();
            wire.text("Half of");
            wire.end();
        });

        assertThat(model.text()).isEqualTo("Half of");
    }

    @Test
    void aStreamThatBreaksAfterTextIsNotBegunAgain() {
        assertFails(
                "truncated",
                (request, wire) -> {
                    wire.stream();
                    wire.text("Half of");
                    wire.pause(Duration.ofMillis(50));
                    wire.drop();
                },
                Script.saying("Half of it"));

        assertThat(model.text()).isEqualTo("Half of");
        assertThat(model.server.requests()).hasSize(1);
    }

    @Test
    void anErrorInTheMiddleOfAStreamIsAFailureAndTheTextBeforeStands() {
        assertFails("error_in_stream", (request, wire) -> {
            wire.stream();
            wire.text("Half of");
            wire.data(ERROR);
            wire.done();
        });

        assertThat(model.text()).isEqualTo("Half of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream", "text/plain"})
    void anErrorInsteadOfAStreamIsAFailureWhoseWordsAreForTheLogAlone(String type) {
        assertThatThrownBy(() -> model.answer((request, wire) -> wire.whole(200, type, "\n " + ERROR)))
                .isInstanceOfSatisfying(SystemFailure.class, failure -> {
                    assertThat(failure.words().toString()).doesNotContain(SECRET);
                    assertThat(failure.code()).isEqualTo("UPSTREAM_ERROR");
                })
                .hasStackTraceContaining(SECRET);

        assertThat(model.failures("error_in_stream")).isOne();
        assertThat(model.server.requests()).hasSize(1);
    }

    @Test
    void aLongObjectInsteadOfAStreamIsAFailureAllTheSame() {
        assertFails("unreadable", Script.refusing(200, "{\"note\":\"" + "x".repeat(100_000) + "\"}"));
    }

    @Test
    void aStreamOfNothingSensibleIsAFailure() {
        assertFails("unreadable", (request, wire) -> {
            wire.stream();
            wire.data("<html>");
            wire.done();
        });
    }

    @Test
    void whatCameInsteadOfAnAnswerIsInTheLogWithoutTheKey() {
        assertThatThrownBy(() -> model.answer(Script.refusing(200, "{\"note\":\n \"for secret-key\"}")))
                .isInstanceOf(SystemFailure.class)
                .hasStackTraceContaining("the provider answered 200, application/json: {\"note\": \"for [secret]\"}");
    }

    @Test
    void ofAKeyNotEvenTheBeginningIsInTheLog() {
        assertThatThrownBy(() -> model.answer(Script.refusing(200, "{\"note\":\"" + "x".repeat(285) + "secret-key\"}")))
                .isInstanceOf(SystemFailure.class)
                .satisfies(failure ->
                        assertThat(stackTrace(failure)).contains("xxx").doesNotContain("secret"));
    }

    @Test
    void aTurnThatEndsWithAnErrorHasFailedAndItsTextStands() {
        assertFails("error_in_stream", (request, wire) -> {
            wire.stream();
            wire.text("Half of");
            wire.finish("error");
            wire.done();
        });

        assertThat(model.text()).isEqualTo("Half of");
    }

    @Test
    void aConnectionThatStaysOpenBehindTheFinishReasonIsLeftAfterAWhile() {
        model.answer((request, wire) -> {
            wire.stream();
            wire.text("All set.");
            wire.finish("stop");
            wire.usage(5, 3, 0);
            await().until(() -> model.text().equals("All set."));
            keepSilent(wire);
        });

        assertThat(model.text()).isEqualTo("All set.");
        assertNobodyIsConnected();
    }

    @Test
    void aConnectionThatBreaksBehindTheFinishReasonDoesNotMatter() {
        model.answer((request, wire) -> {
            wire.stream();
            wire.text("All set.");
            wire.finish("stop");
            wire.drop();
        });

        assertThat(model.text()).isEqualTo("All set.");
        assertThat(model.server.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotBeginIsGivenUpAndItsConnectionClosed() {
        model.patientFor(SHORT, ModelUnderTest.TIMEOUT);

        assertFails("first_token_timeout", (request, wire) -> keepSilent(wire));

        assertThat(model.server.requests()).hasSize(1);
        assertNobodyIsConnected();
    }

    @Test
    void commentsAndEmptyChunksDoNotKeepAnAnswerAliveThatDoesNotBegin() {
        model.patientFor(SHORT, ModelUnderTest.TIMEOUT);

        assertFails("first_token_timeout", (request, wire) -> {
            wire.stream();
            keepAlive(wire);
            keepSilent(wire);
        });
    }

    @Test
    void anAnswerThatPausesForTooLongIsGivenUpAndItsTextStands() {
        model.patientFor(ModelUnderTest.TIMEOUT, SHORT);

        assertFails("idle_timeout", (request, wire) -> {
            wire.stream();
            wire.text("Half of");
            await().until(() -> model.text().equals("Half of"));
            keepSilent(wire);
        });

        assertThat(model.text()).isEqualTo("Half of");
        assertNobodyIsConnected();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reasoning_content\":\"hm\"}",
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"hm\"}]}]}"
            })
    void anAnswerMayTakeAsLongAsItLikesWhileItGoesOn(String delta) {
        model.patientFor(SHORT, SHORT);

        model.answer((request, wire) -> {
            wire.stream();
            for (int i = 0; i < 10; i++) {
                int heard = i + 1;
                wire.delta(delta);
                await().until(() -> model.thought.size() == heard);
                model.ticker.advance(SHORT.dividedBy(4));
            }
            wire.text("Hello");
            wire.finish("stop");
            wire.done();
        });

        assertThat(model.text()).isEqualTo("Hello");
    }

    @Test
    void givingUpLeavesTheThreadUninterrupted() {
        model.patientFor(SHORT, ModelUnderTest.TIMEOUT);

        assertFails("first_token_timeout", (request, wire) -> keepSilent(wire));

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatTheListenerThrowsIsNotTheModelsFailure() {
        IllegalArgumentException full = new IllegalArgumentException("enough");

        model.server.then(Script.saying("Hello"));

        assertThatThrownBy(() -> model.answerTo(delta -> {
                    throw full;
                }))
                .isSameAs(full);
        assertThat(model.meters.find("parley.model.failures").counters())
                .allSatisfy(counter -> assertThat(counter.count()).isZero());
    }

    private static String stackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    /** Lets the time pass, and waits for the client to notice that it is over. */
    private void keepSilent(Wire wire) throws IOException {
        model.ticker.run();
        wire.awaitClientGone();
    }

    private void keepAlive(Wire wire) throws IOException {
        for (int i = 0; i < 40; i++) {
            wire.raw(": keep-alive\n\n");
            wire.delta("{\"role\":\"assistant\",\"content\":\"\"}");
            model.ticker.advance(SHORT.dividedBy(50));
        }
    }

    private void assertFails(String reason, Script... scripts) {
        assertThatThrownBy(() -> model.answer(scripts)).isInstanceOf(SystemFailure.class);
        assertThat(model.failures(reason)).isOne();
    }

    private void assertNobodyIsConnected() {
        await().atMost(Duration.ofSeconds(30)).until(() -> model.server.connections() == 0);
    }
}
