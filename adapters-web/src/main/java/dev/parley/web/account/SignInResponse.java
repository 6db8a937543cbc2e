package dev.parley.web.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in.
 *
 * @param client what signed in, as its User-Agent says; empty where it says nothing
 * @param lastUsedAt to the minute
 * @param current whether it is the one of the token that asks
 */
record SignInResponse(
        String id,
        String client,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("last_used_at") Instant lastUsedAt,
        @JsonProperty("expires_at") Instant expiresAt,
        boolean current) {

    static SignInResponse of(SignIn signIn, @Nullable SignInId current) {
        return new SignInResponse(
                signIn.id().toString(),
                signIn.client(),
                signIn.createdAt(),
                signIn.lastUsedAt(),
                signIn.expiresAt(),
                signIn.id().equals(current));
    }
}
