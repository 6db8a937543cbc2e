package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

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
     */
    record Message(
            String id,
            String role,
            List<Content> content,
            @JsonProperty("created_at") Instant createdAt) {}

    /**
     * A part of a message.
     *
     * @param type {@code input_text} or {@code output_text}
     */
    record Content(String type, String text) {}
}
