package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.signin.AccessToken;
import dev.parley.web.schema.Values;

/**
 * A token.
 *
 * @param tokenType always {@code Bearer}
 * @param expiresIn in seconds
 */
record TokenResponse(
        String token,
        @Values("Bearer") @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {

    static TokenResponse of(AccessToken token) {
        return new TokenResponse(token.value(), "Bearer", token.lifetime().toSeconds());
    }

    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
