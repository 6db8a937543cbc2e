package dev.parley.web.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** The one thread of a session, whose id it shares. */
record ThreadResponse(
        @Schema(pattern = Forms.UUID) String id,

        @Schema(pattern = Forms.UUID) @JsonProperty("session_id")
        String sessionId,

        @JsonProperty("created_at") Instant createdAt) {}
