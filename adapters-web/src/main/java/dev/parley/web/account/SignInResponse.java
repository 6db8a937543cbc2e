package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A sign-in.
 *
 * @param client what signed in, as its User-Agent says; empty where it says nothing
 * @param lastUsedAt to the minute
 * @param current whether it is the one of the token that asks
 */
record SignInResponse(
        @Schema(pattern = Forms.UUID) String id,
        String client,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("last_used_at") Instant lastUsedAt,
        @JsonProperty("expires_at") Instant expiresAt,
        boolean current) {}
