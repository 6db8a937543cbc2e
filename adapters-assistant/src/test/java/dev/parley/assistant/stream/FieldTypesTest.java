package dev.parley.assistant.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.run.TurnEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known field in every type that JSON has: its value, or a name among what could not be used; nothing vanishes. */
class FieldTypesTest {

    /** Fields in the place of {@code %s}, by the name that is reported for them. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("content", "{\"content\":%s}"),
            Map.entry("refusal", "{\"refusal\":%s}"),
            Map.entry("reasoning_content", "{\"reasoning_content\":%s}"),
            Map.entry("reasoning", "{\"reasoning\":%s}"),
            Map.entry("reasoning_details", "{\"reasoning_details\":%s}"),
            Map.entry("tool_calls", "{\"tool_calls\":%s}"),
            Map.entry("tool_calls[]", "{\"tool_calls\":[%s]}"),
            Map.entry("function_call", "{\"function_call\":%s}"),
            Map.entry("tool_calls.index", "{\"tool_calls\":[{\"index\":%s,\"function\":{\"name\":\"add\"}}]}"),
            Map.entry("tool_calls.id", "{\"tool_calls\":[{\"id\":%s,\"function\":{\"name\":\"add\"}}]}"),
            Map.entry("tool_calls.function", "{\"tool_calls\":[{\"function\":%s}]}"),
            Map.entry("tool_calls.function.name", "{\"tool_calls\":[{\"function\":{\"name\":%s}}]}"),
            Map.entry(
                    "tool_calls.function.arguments",
                    "{\"tool_calls\":[{\"function\":{\"name\":\"add\",\"arguments\":%s}}]}"));

    private static final Map<String, String> VALUES = Map.of(
            "null", "null",
            "boolean", "true",
            "number", "7",
            "string", "\"8\"",
            "array", "[{\"type\":\"text\",\"text\":\"part\"}]",
            "object", "{\"type\":\"text\",\"text\":\"part\"}");

    /** What is not used in these types, though it says something; all else has an effect. */
    private static final Map<String, Set<String>> UNUSABLE = Map.ofEntries(
            Map.entry("content", Set.of("boolean", "number")),
            Map.entry("refusal", Set.of("boolean", "number")),
            Map.entry("reasoning_content", Set.of("boolean", "number")),
            Map.entry("reasoning", Set.of("boolean", "number")),
            Map.entry("reasoning_details", Set.of("boolean", "number")),
            Map.entry("tool_calls", Set.of("boolean", "number", "string")),
            Map.entry("tool_calls[]", Set.of("boolean", "number", "string", "array")),
            Map.entry("function_call", Set.of("boolean", "number", "string", "array")),
            Map.entry("tool_calls.index", Set.of("boolean", "array", "object")),
            Map.entry("tool_calls.id", Set.of("boolean", "array", "object")),
            Map.entry("tool_calls.function", Set.of("boolean", "number", "string", "array")),
            Map.entry("tool_calls.function.name", Set.of("boolean", "number", "array", "object")),
            Map.entry("tool_calls.function.arguments", Set.of("boolean", "number", "array")));

    static List<Arguments> fieldsInAllTypes() {
        List<Arguments> all = new ArrayList<>();
        FIELDS.keySet().forEach(field -> VALUES.keySet().forEach(type -> all.add(Arguments.of(field, type))));
        return all;
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("fieldsInAllTypes")
    void aKnownFieldOfAnyTypeIsUsedOrNamed(String field, String type) {
        RecordedTurn turn =
                RecordedTurn.of(Set.of(), "stop", FIELDS.getOrDefault(field, "").formatted(VALUES.get(type)));

        if (UNUSABLE.getOrDefault(field, Set.of()).contains(type)) {
            assertThat(turn.received().unusable()).contains(field + " (" + type + ")");
        } else {
            assertThat(turn.received().unusable()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"content\":\"Hi\"}|Hi|",
                "{\"content\":{\"type\":\"text\",\"text\":\"Hi\"}}|Hi|",
                "{\"content\":[{\"type\":\"text\",\"text\":\"H\"},\"i\"]}|Hi|",
                "{\"content\":[{\"text\":{\"value\":\"Hi\"},\"type\":\"text\"}]}|Hi|",
                "{\"content\":[{\"type\":\"output_text\",\"text\":\"Hi\"},{\"type\":\"image_url\",\"text\":\"no\"}]}|Hi|",
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"Hm\"}]},{\"type\":\"text\",\"text\":\"Hi\"}]}|Hi|Hm",
                "{\"content\":[{\"type\":\"reasoning\",\"text\":\"Hm\"}]}||Hm",
                "{\"content\":[{\"type\":\"refusal\",\"refusal\":\"No\"}]}|No|",
                "{\"refusal\":[{\"type\":\"text\",\"text\":\"No\"}]}|No|",
                "{\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"Hm\"},{\"type\":\"reasoning.encrypted\",\"data\":\"x\"}]}||Hm",
                "{\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"Hm\"}]}||Hm",
                "{\"reasoning_content\":\"Hm\",\"reasoning\":\"Hm\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"Hm\"}]}||Hm",
                "{\"reasoning\":{\"effort\":\"high\"}}||",
            })
    void contentIsReadWhateverItsShape(String delta, String text, String reasoning) {
        RecordedTurn turn = RecordedTurn.of(Set.of(), "stop", delta);

        assertThat(turn.text).hasToString(text == null ? "" : text);
        assertThat(turn.reasoning).hasToString(reasoning == null ? "" : reasoning);
        assertThat(turn.received().unusable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"{\\\"tag\\\": \\\"old\\\"}\"|{\"tag\": \"old\"}",
                "{\"tag\": \"old\"}|{\"tag\": \"old\"}",
                "\"\\\"{\\\\\\\"tag\\\\\\\":1}\\\"\"|{\"tag\":1}",
                "\"\\\"old\\\"\"|\"old\"",
                "null|{}",
                "\"\"|{}",
                "\" \\n\"|{}",
                "\"null\"|{}",
                "[7]|[7]",
                "7|7",
                "true|true",
                "\"{\\\"tag\\\":\"|{\"tag\":",
            })
    void argumentsAreAnObjectOrStayWhatNoToolTakes(String sent, String arguments) {
        RecordedTurn turn = RecordedTurn.of(
                Set.of(),
                "tool_calls",
                "{\"tool_calls\":[{\"index\":0,\"id\":\"k1\",\"function\":{\"name\":\"purge\",\"arguments\":%s}}]}"
                        .formatted(sent));

        assertThat(turn.received().calls()).containsExactly(new ReceivedCall("k1", "purge", arguments, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3,\"completion_tokens_details\":{\"reasoning_tokens\":2}}",
                "\"usage\":{\"prompt_tokens\":\"5\",\"completion_tokens\":3.0,\"reasoning_tokens\":2}",
                "\"usage\":{\"input_tokens\":5,\"output_tokens\":3,\"output_tokens_details\":{\"reasoning_tokens\":2}}",
                "\"x_groq\":{\"id\":\"r\",\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3,\"reasoning_tokens\":2}}",
                "\"choices\":[{\"delta\":{},\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3,\"reasoning_tokens\":2}}]",
            })
    void tokensAreReadWhereverTheyStandAndTheLargestCount(String usage) {
        RecordedTurn turn = RecordedTurn.of(
                "data: {%s}\n\ndata: {\"choices\":[{\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":0,\"completion_tokens\":null}}\n\n"
                        .formatted(usage));

        assertThat(turn.reader.tokens()).isEqualTo(new TokenCounts(5, 3, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "stop, STOP",
        "STOP, STOP",
        "eos, STOP",
        "tool_calls, STOP",
        "function_call, STOP",
        "model_got_bored, STOP",
        "length, LENGTH",
        "MAX_TOKENS, LENGTH",
        "max-tokens, LENGTH",
        "model_context_window_exceeded, LENGTH",
        "content_filter, CONTENT_FILTER",
        "SAFETY, CONTENT_FILTER",
        "sensitive, CONTENT_FILTER",
        "refusal, REFUSAL",
    })
    void aTurnEndsWithAReasonOfAnySpelling(String spelled, TurnEnd end) {
        assertThat(RecordedTurn.of(Set.of(), spelled, "{\"content\":\"Hi\"}")
                        .received()
                        .end())
                .isEqualTo(end);
    }

    @Test
    void aTurnWithoutVisibleTextOrCallsIsEmpty() {
        assertThat(RecordedTurn.of(Set.of(), "stop", "{\"content\":\" \\n\",\"reasoning\":\"Hm\"}")
                        .received()
                        .end())
                .isEqualTo(TurnEnd.EMPTY);
    }

    @Test
    void whatNobodyKnowsIsKeptToTheLetterAndJoined() {
        ReceivedTurn turn = RecordedTurn.of(
                        Set.of(),
                        "tool_calls",
                        "{\"reasoning_content\":\"Fir\",\"reasoning_details\":[{\"a\": 1}],\"extra\":{ \"n\" : 1.50 }}",
                        "{\"reasoning_content\":\"st\\n\",\"reasoning_details\":[{\"b\":2}]}",
                        "{\"tool_calls\":[{\"index\":0,\"id\":\"k1\",\"function\":{\"name\":\"add\",\"arguments\":\"{}\"},\"extra_content\":{\"google\":{\"thought_signature\":\"q7Zk\"}}}]}")
                .received();

        assertThat(turn.others())
                .isEqualTo(
                        "{\"reasoning_content\":\"First\\n\",\"reasoning_details\":[{\"a\": 1},{\"b\":2}],\"extra\":{ \"n\" : 1.50 }}");
        assertThat(turn.calls())
                .containsExactly(new ReceivedCall(
                        "k1", "add", "{}", "{\"extra_content\":{\"google\":{\"thought_signature\":\"q7Zk\"}}}"));
    }
}
