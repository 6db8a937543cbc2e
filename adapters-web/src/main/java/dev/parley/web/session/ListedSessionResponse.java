package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A session in the list.
 *
 * @param messageCount messages of the user and of the assistant
 */
record ListedSessionResponse(
        @Schema(pattern = Forms.UUID) String id,

        @Schema(pattern = Forms.UUID) @JsonProperty("user_id")
        String userId,

        String title,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("message_count") int messageCount) {}
