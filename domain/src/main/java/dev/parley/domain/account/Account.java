package dev.parley.domain.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whoever owns conversations.
 *
 * @param email the address of a local account, null where another issuer vouches for the account
 */
public record Account(AccountId id, @Nullable EmailAddress email, Instant createdAt) {}
