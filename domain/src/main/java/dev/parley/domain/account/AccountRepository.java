package dev.parley.domain.account;

import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.util.Optional;

/** Keeps accounts. Every method needs a unit of work. */
public interface AccountRepository {

    /**
     * Adds a local account.
     *
     * @param account one with an e-mail address
     * @throws Failure DUPLICATE_EMAIL if another account has the address
     */
    void addLocal(Account account, PasswordHash passwordHash);

    /** Adds the account unless there is one with its id. */
    void addIfAbsent(Account account);

    /** The account that the identity has. */
    Optional<AccountId> find(AccountIdentity identity);

    /**
     * The account with the identity's preferred id, where no identity has that account yet and this one may have it: a local
     * account, and one that a server has introduced, is for an identity without issuer only.
     */
    Optional<AccountId> findUnclaimed(AccountIdentity identity);

    /**
     * The account that the identity has. Where it has none it gets the one that {@link #findUnclaimed} finds, else a new one
     * with the first of these ids that no account has: the preferred one, the alternative one, the spare one.
     *
     * @param spareId an id that nobody can foresee
     * @param now when the account is made, where it is made
     */
    AccountId findOrAdd(AccountIdentity identity, AccountId spareId, Instant now);

    /**
     * Finds or adds the account of the subject without issuer, and remembers what the owner is called, unless that is known
     * already.
     *
     * @param spareId an id that nobody can foresee
     * @param now when the account is made, where it is made
     */
    AccountId introduce(Subject subject, AccountId spareId, Instant now);

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
