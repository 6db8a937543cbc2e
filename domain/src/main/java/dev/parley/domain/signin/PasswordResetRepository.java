package dev.parley.domain.signin;

import dev.parley.domain.access.SecretHash;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import java.time.Instant;

/** Keeps the codes with which forgotten passwords are replaced, one an account. Every method needs a unit of work. */
public interface PasswordResetRepository {

    /** Keeps a code in the place of an earlier one of the account. */
    void put(AccountId account, SecretHash code, Instant expiresAt);

    /** Whether the code is the address's and has not expired. */
    boolean isValid(EmailAddress email, SecretHash code, Instant now);

    /**
     * Uses the code up.
     *
     * @return whether it was there and had not expired
     */
    boolean take(AccountId account, SecretHash code, Instant now);

    /** Removes an account's code, if there is one. */
    void remove(AccountId account);

    /**
     * Removes codes that have expired.
     *
     * @param limit how many at most
     * @return how many were removed
     */
    int removeExpired(Instant now, int limit);
}
