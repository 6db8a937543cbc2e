package dev.parley.domain.signin;

import dev.parley.domain.account.AccountId;
import java.time.Instant;

/** Keeps which tokens without a sign-in are revoked, until they expire. Every method needs a unit of work. */
public interface RevokedTokenRepository {

    /** Revokes a token. */
    void add(TokenHash hash, Instant expiresAt);

    /**
     * Whether the token is revoked, or is older than the account's password.
     *
     * @param issuedAt when the token was made; the epoch where it does not say
     */
    boolean isRevoked(TokenHash hash, AccountId account, Instant issuedAt);

    /**
     * Removes tokens that have expired.
     *
     * @param limit how many at most
     * @return how many were removed
     */
    int removeExpired(Instant now, int limit);
}
