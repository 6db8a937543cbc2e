package dev.parley.assistant.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.model.ModelTurn;
import dev.parley.assistant.testing.CapturedLog;
import dev.parley.assistant.testing.Script;
import dev.parley.domain.run.TurnEnd;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StreamFormsTest {

    private static final String EVENT =
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Grüße 🚢\"},\"finish_reason\":\"stop\"}]}\n\n";

    private final ModelUnderTest model = new ModelUnderTest();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void commentsAndLinesThatEndWithCrLfAreUnderstood() {
        model.answer((request, wire) -> {
            wire.stream();
            wire.raw(": PROCESSING\r\n\r\n: still\r\n");
            wire.raw(EVENT.replace("\n", "\r\n"));
            wire.raw("data: [DONE]\r\n\r\n");
            wire.end();
        });

        assertThat(model.text()).isEqualTo("Grüße 🚢");
    }

    @Test
    void charactersThatAreCutInTheMiddleAreWhole() {
        model.answer((request, wire) -> {
            wire.stream();
            for (byte next : EVENT.getBytes(UTF_8)) {
                wire.bytes(new byte[] {next});
            }
            wire.done();
        });

        assertThat(model.text()).isEqualTo("Grüße 🚢");
    }

    @Test
    void aStreamThatEndsWithoutDoneIsCompleteAfterItsFinishReason() {
        model.answer((request, wire) -> {
            wire.stream();
            wire.raw(EVENT);
            wire.end();
        });

        assertThat(model.text()).isEqualTo("Grüße 🚢");
    }

    @Test
    void aStreamThatEndsWithDoneIsCompleteWithoutAFinishReason() {
        ModelTurn turn = model.answer((request, wire) -> {
            wire.stream();
            wire.delta(
                    "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"list\",\"arguments\":\"{}\"}}]}");
            wire.done();
        });

        assertThat(turn.calls()).hasSize(1);
        assertThat(turn.end()).isEqualTo(TurnEnd.STOP);
    }

    @Test
    void aCompletionThatIsNoStreamIsTheAnswer() {
        ModelTurn turn = model.answer(Script.refusing(200, """
                {"object":"chat.completion","choices":[{"message":{"role":"assistant","content":"Here you are."},
                 "finish_reason":"length"}],"usage":{"prompt_tokens":7}}"""));

        assertThat(model.text()).isEqualTo("Here you are.");
        assertThat(turn.end()).isEqualTo(TurnEnd.LENGTH);
        assertThat(turn.usage().promptTokens()).isEqualTo(7);
    }

    @Test
    void fieldsThatCannotBeUsedAreNamedOnceWithoutTheirContent() {
        try (CapturedLog log = CapturedLog.of(StreamedTurn.class)) {
            model.answer((request, wire) -> {
                wire.stream();
                wire.delta("{\"content\":4711}");
                wire.delta("{\"content\":4711,\"tool_calls\":\"4711\"}");
                wire.text("Hello");
                wire.finish("stop");
                wire.done();
            });

            assertThat(log.lines())
                    .containsExactly("The model test-model sends fields that cannot be used: content (number),"
                            + " tool_calls (string)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "content_filter", "eos_token", "model_got_bored"})
    void anyFinishReasonEndsTheTurn(String reason) {
        model.answer((request, wire) -> {
            wire.stream();
            wire.text("Hello");
            wire.finish(reason);
            wire.done();
        });

        assertThat(model.text()).isEqualTo("Hello");
    }

    @Test
    void chunksWithoutChoicesOrWithNothingInThemAreSkipped() {
        ModelTurn turn = model.answer((request, wire) -> {
            wire.stream();
            wire.usage(1, 0, 0);
            wire.data("{\"choices\":null,\"usage\":null}");
            wire.data("{\"object\":\"something.else\"}");
            wire.data("{\"choices\":[{\"index\":0,\"finish_reason\":\"\"}]}");
            wire.delta("{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[]}");
            wire.text("Hello");
            wire.finish("stop");
            wire.usage(12, 1, 0);
            wire.done();
        });

        assertThat(model.text()).isEqualTo("Hello");
        assertThat(turn.usage().promptTokens()).isEqualTo(12);
    }

    @Test
    void whatTheModelThinksIsNotSaid() {
        model.answer((request, wire) -> {
            wire.stream();
            wire.delta("{\"reasoning_content\":\"The user greets me\"}");
            wire.delta("{\"reasoning\":\"so I do\",\"content\":\"\"}");
            wire.text("Hello");
            wire.finish("stop");
            wire.done();
        });

        assertThat(model.said).isEqualTo(List.of("Hello"));
        assertThat(model.thought).containsExactly("The user greets me", "so I do");
    }

    @Test
    void aThoughtThatComesUnderTwoNamesIsOneThought() {
        model.answer((request, wire) -> {
            wire.stream();
            wire.delta("{\"reasoning_content\":\"Hm\",\"reasoning\":\"Hm\"}");
            wire.delta("{\"reasoning_content\":\"\",\"reasoning\":\", well\"}");
            wire.delta("{\"reasoning_content\":null,\"reasoning\":{\"effort\":\"high\"}}");
            wire.text("Hello");
            wire.finish("stop");
            wire.done();
        });

        assertThat(model.thought).containsExactly("Hm", ", well");
    }

    @Test
    void aRefusalIsSaid() {
        model.answer((request, wire) -> {
            wire.stream();
            wire.delta("{\"refusal\":\"I will not \"}");
            wire.delta("{\"refusal\":\"do that.\"}");
            wire.finish("stop");
            wire.done();
        });

        assertThat(model.text()).isEqualTo("I will not do that.");
    }
}
