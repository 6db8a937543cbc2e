package dev.parley.web.rate;

import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.signin.SignInError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords or registers addresses in bulk. Each client has a number of attempts a minute. Beside
 * that, log-ins that fail for a wrong password are counted for the pair of address and client, so that nobody locks the owner of
 * an address out, and for the address.
 */
@Component
@ConditionalOnBooleanProperty("parley.auth.local-accounts")
public final class SignInRate {

    private static final String ATTEMPT = SignInRate.class.getName() + ".attempt";
    private static final int PER_PAIR = 10;
    private static final int PER_CLIENT = 60;
    private static final int PER_ACCOUNT = 10;

    private final Rate clients;
    private final Rate pairs;
    private final Rate accounts;
    private final FailedSignInRate addresses;
    private final SignInCapacity capacity;

    SignInRate(Buckets buckets, FailedSignInRate addresses, SignInCapacity capacity) {
        this.clients = new Rate("client", buckets);
        this.pairs = new Rate("address", buckets);
        this.accounts = new Rate("password", buckets);
        this.addresses = addresses;
        this.capacity = capacity;
    }

    /**
     * Counts an attempt of a client to register or to sign in, whether it succeeds or not.
     *
     * @param client its network
     * @return headers that tell what is left
     * @throws dev.parley.web.error.HttpErrorException with the code RATE_LIMITED if nothing is left
     * @throws Failure SERVICE_UNAVAILABLE if too many attempts are in progress
     */
    Map<String, String> takeForClient(String client) {
        return capacity.call(place -> clients.take(client, PER_CLIENT));
    }

    /** Notes that a request is an attempt: it could be read, and names an address. */
    public static void markAttempt(HttpServletRequest request) {
        request.setAttribute(ATTEMPT, true);
    }

    static boolean isAttempt(HttpServletRequest request) {
        return request.getAttribute(ATTEMPT) != null;
    }

    /** Takes an attempt of a client out of the count that was none. */
    void giveBackForClient(String client) {
        clients.giveBack(client);
    }

    /**
     * Runs what a stranger may do without a guess, such as to register.
     *
     * @throws Failure SERVICE_UNAVAILABLE if too many attempts are in progress
     */
    public <T> T run(Supplier<T> attempt) {
        return capacity.call(place -> attempt.get());
    }

    /**
     * Runs an attempt to log in and counts it if it fails with {@link AccountError#INVALID_CREDENTIALS}. It may have to
     * wait where others guess at the address.
     *
     * @param client its network
     * @throws dev.parley.web.error.HttpErrorException with the code RATE_LIMITED if the client has failed too often with this
     *     address, or would have to wait too long
     * @throws Failure SERVICE_UNAVAILABLE if too many attempts are in progress
     */
    public <T> T guess(EmailAddress email, String client, Supplier<T> attempt) {
        return capacity.call(place -> counted(email, client, attempt, place));
    }

    private <T> T counted(EmailAddress email, String client, Supplier<T> attempt, SignInCapacity.Place place) {
        String pair = client + " " + email;
        pairs.take(pair, PER_PAIR);
        boolean isCountedForAddress = false;
        boolean hasFailed = false;
        try {
            isCountedForAddress = addresses.admit(email, client, place);
            return attempt.get();
        } catch (Failure e) {
            hasFailed = e.is(AccountError.INVALID_CREDENTIALS);
            throw e;
        } finally {
            if (!hasFailed) {
                pairs.giveBack(pair);
                if (isCountedForAddress) {
                    addresses.giveBack(email);
                }
            }
        }
    }

    /**
     * Runs an attempt of a known caller that needs the caller's password, and counts it if it fails with
     * {@link SignInError#WRONG_PASSWORD}.
     *
     * @throws dev.parley.web.error.HttpErrorException with the code RATE_LIMITED if the caller has failed too often
     */
    public <T> T guess(AccountId caller, Supplier<T> attempt) {
        accounts.take(caller, PER_ACCOUNT);
        boolean hasFailed = false;
        try {
            return attempt.get();
        } catch (Failure e) {
            hasFailed = e.is(SignInError.WRONG_PASSWORD);
            throw e;
        } finally {
            if (!hasFailed) {
                accounts.giveBack(caller);
            }
        }
    }
}
