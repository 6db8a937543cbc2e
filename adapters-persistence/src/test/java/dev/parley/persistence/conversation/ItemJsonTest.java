package dev.parley.persistence.conversation;

import static dev.parley.application.testing.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.application.shared.StepFailed;
import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.InferenceOptions;
import dev.parley.domain.conversation.InputText;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.OutputText;
import dev.parley.domain.conversation.UserMessage;
import dev.parley.domain.shared.FailureKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemJsonTest {

    private static final ItemId ID = ItemId.ofMessage("1");

    @Test
    void aUsersMessageKeepsItsParts() {
        Item message = new UserMessage(
                ID, 1, List.of(new InputText("one"), new InputText("two")), InferenceOptions.USUAL, NOW);

        assertThat(ItemJson.item(ItemJson.row(message))).isEqualTo(message);
    }

    @Test
    void anAssistantsMessageKeepsItsParts() {
        Item message = new AssistantMessage(ID, 2, List.of(new OutputText("one"), new OutputText("two")), NOW);

        assertThat(ItemJson.item(ItemJson.row(message))).isEqualTo(message);
    }

    @Test
    void theStoredFormIsStable() {
        Item message = new UserMessage(ID, 1, List.of(new InputText("hello")), InferenceOptions.USUAL, NOW);

        assertThat(ItemJson.row(message).payload())
                .isEqualTo("{\"content\":[{\"type\":\"input_text\",\"text\":\"hello\"}]}");
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
        StepFailed failure = catchThrowableOfType(StepFailed.class, () -> ItemJson.item(row));

        assertThat(failure).isNotNull();
        assertThat(failure.step()).isEqualTo("item.parse");
        assertThat(failure.kind()).isEqualTo(FailureKind.INTERNAL);
    }

    private static ItemRow row(String type, String payload) {
        return new ItemRow(1, ID.value(), type, payload, NOW);
    }
}
