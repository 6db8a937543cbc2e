package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A code that replaces a forgotten password, once. */
record ResetCodeResponse(
        String code, @JsonProperty("expires_at") Instant expiresAt) {

    @Override
    public String toString() {
        return "ResetCodeResponse[hidden]";
    }
}
