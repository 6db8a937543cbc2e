package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session with all that was said in it.
 *
 * @param messages oldest first
 */
record HistoryResponse(
        String id,
        @JsonProperty("user_id") String userId,
        String title,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        List<Message> messages) {

    /**
     * A message.
     *
     * @param role {@code user} or {@code assistant}
     * @param toolCalls what the assistant did for this answer; null where it did nothing
     */
    record Message(
            String id,
            String role,
            List<Content> content,
            @JsonProperty("tool_calls") @Nullable List<Call> toolCalls,
            @JsonProperty("created_at") Instant createdAt) {}

    /**
     * A part of a message.
     *
     * @param type {@code input_text} or {@code output_text}
     */
    record Content(String type, String text) {}

    /**
     * A tool that the assistant called.
     *
     * @param type always {@code function}
     * @param result null where the call was cut off
     */
    record Call(
            String id,
            String type,
            Function function,
            @Nullable String result) {}

    /**
     * What was called.
     *
     * @param arguments JSON, as the model wrote it
     */
    record Function(String name, String arguments) {}
}
