package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.web.schema.Forms;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param email null where somebody else keeps the account
 */
record AccountResponse(
        @Schema(pattern = Forms.UUID) String id,
        @Nullable String email,
        @JsonProperty("created_at") Instant createdAt) {}
