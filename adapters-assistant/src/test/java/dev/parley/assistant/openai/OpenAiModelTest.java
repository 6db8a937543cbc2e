package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.model.ModelTurn;
import dev.parley.application.model.Prompt;
import dev.parley.application.model.Prompt.FromAssistant;
import dev.parley.application.model.Prompt.FromSystem;
import dev.parley.application.model.Prompt.FromTool;
import dev.parley.application.model.Prompt.FromUser;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.assistant.testing.Script;
import dev.parley.domain.run.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class OpenAiModelTest {

    private final ModelUnderTest model = new ModelUnderTest();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void textIsPassedOnPieceByPiece() {
        ModelTurn turn = model.answer(Script.saying("Hello", ", ", "you."));

        assertThat(model.said).containsExactly("Hello", ", ", "you.");
        assertThat(turn.calls()).isEmpty();
    }

    @Test
    void modelStreamAndUsageAreAskedForWithKeyAndExtraHeaders() {
        model.answer(Script.saying("Hello"));

        assertThat(model.request().method()).isEqualTo("POST");
        assertThat(model.request().path()).isEqualTo("/v1/chat/completions");
        assertThat(model.request().headers())
                .containsEntry("authorization", "Bearer secret-key")
                .containsEntry("x-title", "Parley");
        assertThat(model.requestBody().at("/model").stringValue()).isEqualTo("test-model");
        assertThat(model.requestBody().at("/stream").booleanValue()).isTrue();
        assertThat(model.requestBody().at("/stream_options/include_usage").booleanValue())
                .isTrue();
        assertThat(model.requestBody().has("temperature")).isFalse();
        assertThat(model.requestBody().has("max_tokens")).isFalse();
    }

    @Test
    void temperatureAndTokenLimitAreSentWhereGiven() {
        model.with(model.settings("secret-key", ModelUnderTest.TIMEOUT, ModelUnderTest.TIMEOUT, 0.5, 100))
                .answer(Script.saying("Hello"));

        assertThat(model.requestBody().at("/temperature").doubleValue()).isEqualTo(0.5);
        assertThat(model.requestBody().at("/max_tokens").intValue()).isEqualTo(100);
    }

    @Test
    void withoutKeyNoneIsSent() {
        model.with(model.settings(null, ModelUnderTest.TIMEOUT, ModelUnderTest.TIMEOUT, null, null))
                .answer(Script.saying("Hello"));

        assertThat(model.request().headers()).doesNotContainKey("authorization");
        assertThat(model.text()).isEqualTo("Hello");
    }

    @Test
    void messagesAreSentInOrderWithCallsAndTheirResultsUnderTheirIds() {
        List<Prompt.Message> messages = List.of(
                new FromSystem("Be brief."),
                new FromUser("Add milk"),
                new FromAssistant("", List.of(new RequestedCall("call_1", "add_task", "{\"title\":\"Milk\"}"))),
                new FromTool("call_1", "{\"success\":true}"),
                new FromAssistant("Added.", List.of()));

        model.answer(new Prompt(messages, List.of()), Script.saying("Hello"));

        assertThat(model.requestBody().at("/messages")).isEqualTo(json("""
                [{"role":"system","content":"Be brief."},
                 {"role":"user","content":"Add milk"},
                 {"role":"assistant","tool_calls":[{"id":"call_1","type":"function",
                   "function":{"name":"add_task","arguments":"{\\"title\\":\\"Milk\\"}"}}]},
                 {"role":"tool","tool_call_id":"call_1","content":"{\\"success\\":true}"},
                 {"role":"assistant","content":"Added."}]
                """));
        assertThat(model.requestBody().has("tools")).isFalse();
    }

    @Test
    void argumentsThatAreNoObjectAreNotSentBack() {
        List<Prompt.Message> messages = List.of(
                new FromUser("Add milk"),
                new FromAssistant("", List.of(new RequestedCall("call_1", "add_task", "{\"title\":\"Mi"))),
                new FromTool("call_1", "Not done."));

        model.answer(new Prompt(messages, List.of()), Script.saying("Hello"));

        assertThat(model.requestBody()
                        .at("/messages/1/tool_calls/0/function/arguments")
                        .stringValue())
                .isEqualTo("{}");
    }

    @Test
    void theToolThatHasToBeCalledIsNamed() {
        ToolDefinition paint = new ToolDefinition("paint", "Paints", "{\"type\":\"object\"}", "Painting…");

        model.answer(new Prompt(List.of(new FromUser("Hi")), List.of(paint), null, "paint"), Script.saying("Hello"));

        assertThat(model.requestBody().at("/tool_choice"))
                .isEqualTo(json("{\"type\":\"function\",\"function\":{\"name\":\"paint\"}}"));
    }

    @Test
    void imagesAndDocumentsAreSentAsPartsBehindTheText() {
        FromUser message = new FromUser(
                "Look",
                List.of(
                        new Prompt.Document("plan \"A\".pdf", "application/pdf", "JVBERg=="),
                        new Prompt.TextFile("notes.md", "text/markdown", "# Argo"),
                        new Prompt.Image("ship.webp", "image/webp", "UklGRg==")));

        assertThat(sent(message)).isEqualTo(json("""
                [{"type":"text","text":"Look\\n\\n<file name=\\"notes.md\\" type=\\"text/markdown\\">\\n# Argo\\n</file>"},
                 {"type":"file","file":{"filename":"plan \\"A\\".pdf","file_data":"data:application/pdf;base64,JVBERg=="}},
                 {"type":"image_url","image_url":{"url":"data:image/webp;base64,UklGRg=="}}]
                """));
    }

    @Test
    void aMessageWithTextFilesAloneIsAPlainString() {
        FromUser message = new FromUser(
                "",
                List.of(
                        new Prompt.TextFile("a \"b\".csv", "text/csv", "1,2"),
                        new Prompt.TextFile("b.csv", "text/csv", "3")));

        assertThat(sent(message).stringValue())
                .isEqualTo("<file name=\"a 'b'.csv\" type=\"text/csv\">\n1,2\n</file>\n\n"
                        + "<file name=\"b.csv\" type=\"text/csv\">\n3\n</file>");
    }

    @Test
    void aMessageThatIsADocumentAloneHasNoTextPart() {
        assertThat(sent(new FromUser("", List.of(new Prompt.Document("a.pdf", "application/pdf", "JVBERg==")))))
                .singleElement()
                .satisfies(part -> assertThat(part.at("/type").stringValue()).isEqualTo("file"));
    }

    @Test
    void toolsAreSentAsFunctions() {
        model.answer(Script.saying("Hello"));

        assertThat(model.requestBody().at("/tools")).isEqualTo(json("""
                [{"type":"function","function":{"name":"add_task","description":"Adds a task",
                  "parameters":{"type":"object","properties":{}}}}]
                """));
    }

    @Test
    void whatItCostIsToldAndCounted() {
        Usage usage = model.answer((request, wire) -> {
                    wire.stream();
                    wire.text("Hello");
                    wire.finish("stop");
                    wire.usage(11, 7, 3);
                    wire.done();
                })
                .usage();

        assertThat(usage)
                .usingRecursiveComparison()
                .ignoringFields("firstTokenMillis", "totalMillis")
                .isEqualTo(new Usage("test-model", 11, 7, 3, 0, 0));
        assertThat(tokens("prompt")).isEqualTo(11);
        assertThat(tokens("completion")).isEqualTo(7);
        assertThat(tokens("reasoning")).isEqualTo(3);
        assertThat(model.meters
                        .timer("parley.model.turn", "model", "test-model")
                        .count())
                .isOne();
        assertThat(model.meters
                        .timer("parley.model.first.token", "model", "test-model")
                        .count())
                .isOne();
    }

    @Test
    void timesAreTakenToTheFirstTokenAndToTheEnd() {
        Usage usage = model.answer((request, wire) -> {
                    wire.stream();
                    wire.delta("{\"role\":\"assistant\",\"content\":\"\"}");
                    model.ticker.advance(Duration.ofNanos(50_900_000));
                    wire.text("Hello");
                    await().until(() -> model.text().equals("Hello"));
                    model.ticker.advance(Duration.ofNanos(50_900_000));
                    wire.finish("stop");
                    wire.done();
                })
                .usage();

        assertThat(usage.firstTokenMillis()).isEqualTo(50);
        assertThat(usage.totalMillis()).isEqualTo(101);
    }

    @Test
    void aProviderThatTellsNoUsageCostsNothing() {
        Usage usage = model.answer((request, wire) -> {
                    wire.stream();
                    wire.text("Hello");
                    wire.finish("stop");
                    wire.done();
                })
                .usage();

        assertThat(usage.promptTokens()).isZero();
        assertThat(usage.completionTokens()).isZero();
    }

    private JsonNode sent(FromUser message) {
        model.answer(new Prompt(List.of(message), List.of()), Script.saying("Hello"));
        return model.requestBody().at("/messages/0/content");
    }

    private double tokens(String kind) {
        return model.meters
                .counter("parley.model.tokens", "model", "test-model", "kind", kind)
                .count();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
