package dev.parley.persistence.conversation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.application.shared.StepFailed;
import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.InferenceOptions;
import dev.parley.domain.conversation.InputText;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.OutputText;
import dev.parley.domain.conversation.ToolCall;
import dev.parley.domain.conversation.UserMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The one form in which items are stored. */
final class ItemJson {

    private static final String USER_MESSAGE = "user_message";
    private static final String ASSISTANT_MESSAGE = "assistant_message";
    private static final String TOOL_CALL = "tool_call";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ItemJson() {}

    static ItemRow row(Item item) {
        return switch (item) {
            case UserMessage message ->
                row(
                        message,
                        USER_MESSAGE,
                        new UserPayload(
                                message.content().stream()
                                        .map(part -> new Part("input_text", part.text()))
                                        .toList(),
                                message.options().model()));
            case AssistantMessage message ->
                row(
                        message,
                        ASSISTANT_MESSAGE,
                        message.content().stream()
                                .map(part -> new Part("output_text", part.text()))
                                .toList());
            case ToolCall call -> row(call, TOOL_CALL, CallPayload.of(call));
        };
    }

    static Item item(ItemRow row) {
        try {
            return switch (row.type()) {
                case USER_MESSAGE -> userMessage(row, JSON.readValue(row.payload(), UserPayload.class));
                case ASSISTANT_MESSAGE -> assistantMessage(row, parts(row));
                case TOOL_CALL ->
                    JSON.readValue(row.payload(), CallPayload.class).call(row);
                default -> throw new IllegalArgumentException("no item has the type " + row.type());
            };
        } catch (JacksonException | IllegalArgumentException e) {
            throw StepFailed.internal("item.parse", e);
        }
    }

    private static List<Part> parts(ItemRow row) {
        return JSON.readValue(row.payload(), Payload.class).content();
    }

    private static Item userMessage(ItemRow row, UserPayload payload) {
        return new UserMessage(
                new ItemId(row.id()),
                row.sequence(),
                payload.content().stream()
                        .map(part -> new InputText(part.text()))
                        .toList(),
                new InferenceOptions(payload.model()),
                row.createdAt());
    }

    private static Item assistantMessage(ItemRow row, List<Part> parts) {
        return new AssistantMessage(
                new ItemId(row.id()),
                row.sequence(),
                parts.stream().map(part -> new OutputText(part.text())).toList(),
                row.createdAt());
    }

    private static ItemRow row(Item item, String type, List<Part> parts) {
        return row(item, type, new Payload(parts));
    }

    private static ItemRow row(Item item, String type, Object payload) {
        return new ItemRow(
                item.sequence(), item.id().value(), type, JSON.writeValueAsString(payload), item.createdAt());
    }

    private record Payload(List<Part> content) {

        Payload {
            content = List.copyOf(content);
        }
    }

    /** A user's message; the model is there only where one was picked. */
    private record UserPayload(
            List<Part> content,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String model) {

        UserPayload {
            content = List.copyOf(content);
        }
    }

    private record Part(String type, String text) {

        Part {
            requireNonNull(text);
        }
    }

    /** A tool call; of outcomes there is none or one. */
    private record CallPayload(String callId, String name, String arguments, List<ToolCall.Outcome> outcomes) {

        CallPayload {
            requireNonNull(callId);
            requireNonNull(name);
            requireNonNull(arguments);
            outcomes = List.copyOf(outcomes);
        }

        static CallPayload of(ToolCall call) {
            ToolCall.Outcome outcome = call.outcome();
            return new CallPayload(
                    call.callId(), call.name(), call.arguments(), outcome == null ? List.of() : List.of(outcome));
        }

        ToolCall call(ItemRow row) {
            return new ToolCall(
                    new ItemId(row.id()),
                    row.sequence(),
                    callId,
                    name,
                    arguments,
                    outcomes.isEmpty() ? null : outcomes.getFirst(),
                    row.createdAt());
        }
    }
}
