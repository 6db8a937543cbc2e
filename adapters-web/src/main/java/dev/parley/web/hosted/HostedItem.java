package dev.parley.web.hosted;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.InferenceOptions;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.UserMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item of a thread. Times are in Unix seconds. */
sealed interface HostedItem extends Entry {

    /** What OpenAI's API shows of an item; empty for one that stays on the server, or that the API has no word for. */
    static Optional<HostedItem> of(ConversationId thread, Item item) {
        return switch (item) {
            case UserMessage message ->
                Optional.of(new User(
                        message.id().value(),
                        "chatkit.thread_item",
                        message.createdAt().getEpochSecond(),
                        thread.toString(),
                        "chatkit.user_message",
                        message.content().stream()
                                .map(part -> new InputText("input_text", part.text()))
                                .toList(),
                        List.of(),
                        Options.of(message.options())));
            case AssistantMessage message ->
                Optional.of(new Assistant(
                        message.id().value(),
                        "chatkit.thread_item",
                        message.createdAt().getEpochSecond(),
                        thread.toString(),
                        "chatkit.assistant_message",
                        message.content().stream()
                                .map(part -> new OutputText("output_text", part.text(), List.of()))
                                .toList()));
            default -> Optional.empty();
        };
    }

    /**
     * A user's message.
     *
     * @param inferenceOptions null where the message is to be answered as usual
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record User(
            String id,
            String object,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("thread_id") String threadId,
            String type,
            List<InputText> content,
            List<Object> attachments,
            @JsonProperty("inference_options") @Nullable Options inferenceOptions)
            implements HostedItem {}

    /** What a user wrote. */
    record InputText(String type, String text) {}

    /** How a user wants to be answered. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Options(
            @JsonProperty("tool_choice") @Nullable Object toolChoice,
            @Nullable String model) {

        static @Nullable Options of(InferenceOptions options) {
            return options.equals(InferenceOptions.USUAL) ? null : new Options(null, options.model());
        }
    }

    /** An assistant's message. */
    record Assistant(
            String id,
            String object,
            @JsonProperty("created_at") long createdAt,
            @JsonProperty("thread_id") String threadId,
            String type,
            List<OutputText> content)
            implements HostedItem {}

    /** What an assistant wrote. */
    record OutputText(String type, String text, List<Object> annotations) {}
}
