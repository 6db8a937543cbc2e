package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A session in the list.
 *
 * @param messageCount messages of the user and of the assistant
 */
record ListedSessionResponse(
        String id,
        @JsonProperty("user_id") String userId,
        String title,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("message_count") int messageCount) {}
