package dev.parley.persistence.conversation;

import dev.parley.application.shared.StepFailed;
import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.InputText;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.OutputText;
import dev.parley.domain.conversation.UserMessage;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one form in which items are stored. */
final class ItemJson {

    private static final String USER_MESSAGE = "user_message";
    private static final String ASSISTANT_MESSAGE = "assistant_message";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ItemJson() {}

    static ItemRow row(Item item) {
        return switch (item) {
            case UserMessage message ->
                row(
                        message,
                        USER_MESSAGE,
                        message.content().stream()
                                .map(part -> new Part("input_text", part.text()))
                                .toList());
            case AssistantMessage message ->
                row(
                        message,
                        ASSISTANT_MESSAGE,
                        message.content().stream()
                                .map(part -> new Part("output_text", part.text()))
                                .toList());
        };
    }

    static Item item(ItemRow row) {
        try {
            return item(row, JSON.readValue(row.payload(), Payload.class).content());
        } catch (JacksonException | IllegalArgumentException e) {
            throw StepFailed.internal("item.parse", e);
        }
    }

    private static Item item(ItemRow row, List<Part> parts) {
        ItemId id = new ItemId(row.id());
        return switch (row.type()) {
            case USER_MESSAGE ->
                new UserMessage(
                        id,
                        row.sequence(),
                        parts.stream().map(part -> new InputText(part.text())).toList(),
                        row.createdAt());
            case ASSISTANT_MESSAGE ->
                new AssistantMessage(
                        id,
                        row.sequence(),
                        parts.stream().map(part -> new OutputText(part.text())).toList(),
                        row.createdAt());
            default -> throw new IllegalArgumentException("no item has the type " + row.type());
        };
    }

    private static ItemRow row(Item item, String type, List<Part> parts) {
        String payload = JSON.writeValueAsString(new Payload(parts));
        return new ItemRow(item.sequence(), item.id().value(), type, payload, item.createdAt());
    }

    private record Payload(List<Part> content) {

        Payload {
            content = List.copyOf(content);
        }
    }

    private record Part(String type, String text) {}
}
