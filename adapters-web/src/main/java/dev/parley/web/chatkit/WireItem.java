package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.UserMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of a thread. */
public sealed interface WireItem {

    /** The item as the protocol has it. */
    static WireItem of(ConversationId thread, Message item) {
        return switch (item) {
            case UserMessage message ->
                new User(
                        message.id().value(),
                        thread.toString(),
                        message.createdAt(),
                        "user_message",
                        message.content().stream()
                                .map(part -> new WireContent.InputText(part.text()))
                                .toList(),
                        List.of(),
                        new Options(message.options().model()));
            case AssistantMessage message ->
                assistant(
                        message.id(),
                        thread,
                        message.createdAt(),
                        message.content().stream()
                                .map(part -> new WireContent.OutputText(part.text()))
                                .toList());
        };
    }

    /** A message that the assistant has begun and not yet said anything in. */
    static WireItem begun(ItemId id, ConversationId thread, Instant createdAt) {
        return assistant(id, thread, createdAt, List.of());
    }

    private static WireItem assistant(
            ItemId id, ConversationId thread, Instant createdAt, List<WireContent.OutputText> content) {
        return new Assistant(id.value(), thread.toString(), createdAt, "assistant_message", content);
    }

    /** A user's message. */
    record User(
            String id,
            @JsonProperty("thread_id") String threadId,
            @JsonProperty("created_at") Instant createdAt,
            String type,
            List<WireContent.InputText> content,
            List<Object> attachments,
            @JsonProperty("inference_options") Options inferenceOptions)
            implements WireItem {}

    /** How a user wants to be answered. */
    record Options(@Nullable String model) {}

    /** An assistant's message. */
    record Assistant(
            String id,
            @JsonProperty("thread_id") String threadId,
            @JsonProperty("created_at") Instant createdAt,
            String type,
            List<WireContent.OutputText> content)
            implements WireItem {}
}
