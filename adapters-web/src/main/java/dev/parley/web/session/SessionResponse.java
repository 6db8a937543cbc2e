package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A session. */
record SessionResponse(
        String id,
        @JsonProperty("user_id") String userId,
        String title,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {}
