package dev.parley.web.rate;

import dev.parley.application.shared.SystemError;
import dev.parley.application.signin.RecogniseClient;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.shared.Failure;
import dev.parley.web.error.HttpErrorException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Slows down all guesses at one address together, however many clients make them. Once ten a minute have failed, a client
 * that has signed in there before goes on as ever; one that tries for the first time in a day may try once, as long as not too
 * many such clients come; and all others wait for their turn.
 */
@Component
@ConditionalOnBooleanProperty("parley.auth.local-accounts")
final class FailedSignInRate {

    private static final int PER_ADDRESS = 10;
    private static final int NEWCOMERS_PER_ADDRESS = 100;
    private static final Duration NEWCOMERS_WINDOW = Duration.ofDays(1);
    private static final Duration MAXIMUM_WAIT = Duration.ofSeconds(20);
    private static final int MAXIMUM_WAITING = 200;

    private final Rate guesses;
    private final Rate firstTries;
    private final Rate newcomers;
    private final RecogniseClient recogniseClient;
    private final Sleep sleep;
    private final LongSupplier nanoTime;
    private final Semaphore places = new Semaphore(MAXIMUM_WAITING);

    @Autowired
    FailedSignInRate(Buckets buckets, RecogniseClient recogniseClient) {
        this(buckets, recogniseClient, Thread::sleep, System::nanoTime);
    }

    /**
     * Makes it with a clock.
     *
     * @param nanoTime what {@link System#nanoTime()} is
     */
    FailedSignInRate(Buckets buckets, RecogniseClient recogniseClient, Sleep sleep, LongSupplier nanoTime) {
        this.guesses = Rate.gradual("guesses", buckets);
        this.firstTries = Rate.in(NEWCOMERS_WINDOW, "first", buckets);
        this.newcomers = Rate.in(NEWCOMERS_WINDOW, "newcomers", buckets);
        this.recogniseClient = recogniseClient;
        this.sleep = sleep;
        this.nanoTime = nanoTime;
    }

    /**
     * Lets a client guess, after a while if need be.
     *
     * @param place left to others while the client waits
     * @return whether the guess is counted for the address, and has to be given back if it was none
     * @throws HttpErrorException with the code RATE_LIMITED if it would have to wait too long
     * @throws Failure SERVICE_UNAVAILABLE if it has waited too long, since others have all places
     */
    boolean admit(EmailAddress email, String client, SignInCapacity.Place place) {
        if (guesses.tryTake(email, PER_ADDRESS) == null) {
            return true;
        }
        if (recogniseClient.isKnown(email, client) || isNewcomer(email, client)) {
            return false;
        }
        awaitTurn(email, place);
        return true;
    }

    /** Takes a guess out of the count that was none. */
    void giveBack(EmailAddress email) {
        guesses.giveBack(email);
    }

    private boolean isNewcomer(EmailAddress email, String client) {
        return firstTries.tryTake(client + " " + email, 1) == null
                && newcomers.tryTake(email, NEWCOMERS_PER_ADDRESS) == null;
    }

    private void awaitTurn(EmailAddress email, SignInCapacity.Place place) {
        if (!places.tryAcquire()) {
            guesses.take(email, PER_ADDRESS);
            return;
        }
        try {
            long end = nanoTime.getAsLong() + MAXIMUM_WAIT.toNanos();
            Duration wait = guesses.tryTake(email, PER_ADDRESS);
            while (wait != null && wait.compareTo(leftUntil(end)) <= 0) {
                place.release();
                sleep.sleep(wait);
                place.acquire(leftUntil(end));
                wait = guesses.tryTake(email, PER_ADDRESS);
            }
            refuseIfStillWaiting(email, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(SystemError.SERVICE_UNAVAILABLE);
        } finally {
            places.release();
        }
    }

    private void refuseIfStillWaiting(EmailAddress email, @Nullable Duration wait) {
        if (wait != null) {
            guesses.take(email, PER_ADDRESS);
        }
    }

    private Duration leftUntil(long end) {
        return Duration.ofNanos(end - nanoTime.getAsLong());
    }

    /** How a request waits. */
    @FunctionalInterface
    interface Sleep {

        void sleep(Duration time) throws InterruptedException;
    }
}
