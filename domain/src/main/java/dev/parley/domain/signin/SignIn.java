package dev.parley.domain.signin;

import dev.parley.domain.account.AccountId;
import java.time.Instant;

/**
 * A sign-in with a password, which lasts as long as its token. It ends with its row.
 *
 * @param client what the client that signed in calls itself
 * @param lastUsedAt to the minute
 */
public record SignIn(
        SignInId id, AccountId account, String client, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {}
