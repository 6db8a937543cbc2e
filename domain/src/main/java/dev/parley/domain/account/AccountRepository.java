package dev.parley.domain.account;

import java.time.Instant;
import java.util.Optional;

/** Keeps accounts. Every method needs a unit of work. */
public interface AccountRepository {

    /**
     * Adds a local account.
     *
     * @param account one with an e-mail address
     * @throws DuplicateEmail if another account has the address
     */
    void addLocal(Account account, PasswordHash passwordHash);

    /** Adds the account unless there is one with its id. */
    void addIfAbsent(Account account);

    /**
     * Adds the subject's account unless it is there, and remembers what its owner is called, unless that is known already.
     *
     * @param now when the account is made, where it is made
     */
    void introduce(Subject subject, Instant now);

    /** The account with this id. */
    Optional<Account> find(AccountId id);

    /**
     * Bytes of the items and the keyed outcomes that the account has, 0 where there is no account. Once the unit has stored
     * some, no other unit changes them until it ends.
     */
    long storedBytes(AccountId id);

    /** What a login with this address is checked against. */
    Optional<Credentials> findCredentials(EmailAddress email);

    /**
     * Whether the credentials are still the account's. If so, nobody changes its password until the unit ends.
     */
    boolean lockIfCurrent(Credentials credentials);

    /**
     * Changes the password of a local account.
     *
     * @param tokensValidFrom tokens without a sign-in that were made before are worthless
     */
    void changePassword(AccountId id, PasswordHash passwordHash, Instant tokensValidFrom);
}
