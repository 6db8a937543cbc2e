package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** The one thread of a session, whose id it shares. */
record ThreadResponse(
        String id,
        @JsonProperty("session_id") String sessionId,
        @JsonProperty("created_at") Instant createdAt) {}
