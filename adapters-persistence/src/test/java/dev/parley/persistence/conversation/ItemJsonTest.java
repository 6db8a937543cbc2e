package dev.parley.persistence.conversation;

import static dev.parley.application.testing.Examples.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.EveryItem;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.shared.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemJsonTest {

    private static final ItemId ID = ItemId.ofMessage("1");

    @ParameterizedTest
    @MethodSource("dev.parley.application.testing.EveryItem#items")
    void everyItemComesBackAsItWas(Item item) {
        assertThat(ItemJson.item(ItemJson.row(item))).isEqualTo(item);
    }

    @Test
    void everyTypeOfItemIsAmongTheExamples() {
        assertThat(ItemPayload.class.getPermittedSubclasses())
                .containsExactlyInAnyOrderElementsOf(EveryItem.items().stream()
                        .<Class<?>>map(item -> ItemPayload.of(item).getClass())
                        .collect(toUnmodifiableSet()));
    }

    @Test
    void theStoredFormIsThatOfMigrationV8() throws IOException {
        List<String> stored = lines("items-of-V8.txt");

        assertThat(EveryItem.items().stream()
                        .map(ItemJson::row)
                        .map(row -> row.type() + " " + row.payload())
                        .toList())
                .isEqualTo(stored);
    }

    @Test
    void aPlainMessageIsStoredAsItAlwaysWas() {
        assertThat(ItemJson.row(EveryItem.items().get(1)).payload())
                .isEqualTo("{\"content\":[{\"type\":\"input_text\",\"text\":\"hello\"}]}");
        assertThat(ItemJson.row(new AssistantMessage(ID, 1, List.of(new OutputText("hi")), NOW))
                        .payload())
                .isEqualTo("{\"content\":[{\"type\":\"output_text\",\"text\":\"hi\"}]}");
    }

    @Test
    void rowsOfEarlierVersionsAreRead() {
        assertThat(ItemJson.item(row("user_message", """
                {"content":[{"type":"input_text","text":"one"},{"type":"input_text","text":"two"}],"model":"small"}""")))
                .isEqualTo(new UserMessage(
                        ID,
                        1,
                        List.of(new InputText("one"), new InputText("two")),
                        List.of(),
                        null,
                        new InferenceOptions("small", null),
                        NOW));
        assertThat(ItemJson.item(row("assistant_message", """
                {"content":[{"type":"output_text","text":"hi"}]}""")))
                .isEqualTo(new AssistantMessage(ID, 1, List.of(new OutputText("hi")), NOW));
        assertThat(ItemJson.item(row("assistant_message", "{\"content\":[]}")))
                .isEqualTo(new AssistantMessage(ID, 1, List.of(), NOW));
        assertThat(ItemJson.item(row("tool_call", """
                {"callId":"call_1","name":"echo","arguments":"{}","outcomes":[]}""")))
                .isEqualTo(new ToolCall(ID, 1, "call_1", "echo", "{}", null, NOW));
        assertThat(ItemJson.item(row("tool_call", """
                {"callId":"call_1","name":"echo","arguments":"{}","outcomes":[{"content":"{} for you","isError":true}]}""")))
                .isEqualTo(new ToolCall(ID, 1, "call_1", "echo", "{}", new ToolCall.Outcome("{} for you", true), NOW));
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        Item item = ItemJson.item(row("user_message", """
                {"mood": "calm", "content": [{"type": "input_text", "text": "hello", "language": "en"}]}"""));

        assertThat(item.text()).isEqualTo("hello");
    }

    @Test
    void anUnknownTypeIsADefectOfItsOwnStep() {
        assertThatParsingFails(row("riddle", "{\"content\": []}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"content\": null}",
                "{\"content\": \"hello\"}",
                "{\"content\": [null]}",
                "{\"content\": [{\"type\": \"input_text\"}]}",
                "{\"content\": [{\"type\": \"input_text\", \"text\": null}]}"
            })
    void anUnreadablePayloadIsADefectOfItsOwnStep(String payload) {
        assertThatParsingFails(row("user_message", payload));
    }

    private static void assertThatParsingFails(ItemRow row) {
        SystemFailure failure = catchThrowableOfType(SystemFailure.class, () -> ItemJson.item(row));

        assertThat(failure).isNotNull();
        assertThat(failure.step()).isEqualTo("item.parse");
        assertThat(failure.kind()).isEqualTo(FailureKind.INTERNAL);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream text = requireNonNull(ItemJsonTest.class.getResourceAsStream(resource))) {
            return new String(text.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static ItemRow row(String type, String payload) {
        return new ItemRow(1, ID.value(), type, payload, NOW);
    }
}
