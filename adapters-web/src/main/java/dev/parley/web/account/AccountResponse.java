package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param email null where somebody else keeps the account
 */
record AccountResponse(
        String id,
        @Nullable String email,
        @JsonProperty("created_at") Instant createdAt) {}
