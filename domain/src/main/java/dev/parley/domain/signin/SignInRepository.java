package dev.parley.domain.signin;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps sign-ins, and from where accounts have been signed in. Every method needs a unit of work. */
public interface SignInRepository {

    /** The most sign-ins that an account has at a time. */
    int MAXIMUM = 500;

    /** The most networks that are remembered of an account. */
    int MAXIMUM_NETWORKS = 100;

    /**
     * Adds a sign-in and remembers its network. Of more than {@link #MAXIMUM} of the account the oldest ends; of more than
     * {@link #MAXIMUM_NETWORKS} the one that was not used for the longest time is forgotten.
     *
     * @param network of the client that signed in
     */
    void add(SignIn signIn, String network);

    /** The account's sign-ins that have not expired, the newest first. */
    List<SignIn> list(AccountId account, Instant now);

    /**
     * Notes, to the minute, that a sign-in is used.
     *
     * @return whether the account has it; false once it has ended
     */
    boolean use(SignInId id, AccountId account, Instant now);

    /**
     * Ends a sign-in.
     *
     * @return whether the account had it
     */
    boolean end(SignInId id, AccountId account);

    /**
     * Ends the account's sign-ins.
     *
     * @param kept the one that goes on; null to end all
     * @return how many have ended
     */
    int endAll(AccountId account, @Nullable SignInId kept);

    /** Whether the account with this address has been signed in from this network. */
    boolean isKnownNetwork(EmailAddress email, String network);

    /**
     * Removes sign-ins that have expired, which they have from {@link SignIn#expiresAt} on.
     *
     * @param limit how many at most
     * @return how many were removed
     */
    int removeExpired(Instant now, int limit);

    /**
     * Removes networks from which nobody has signed in since.
     *
     * @param lastUse those last used then, or before, are removed
     * @param limit how many at most
     * @return how many were removed
     */
    int removeNetworks(Instant lastUse, int limit);
}
