package dev.parley.web.rate;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.shared.Failure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Bounds how much of what strangers ask for is in progress at a time on this node. They may do nothing but register and sign
 * in; without a bound many of them would keep the connections of the database, and the queue for hashes, from known callers.
 */
@Component
@ConditionalOnBooleanProperty("parley.auth.local-accounts")
final class SignInCapacity {

    /** Hashes of as many passwords take about a second. */
    private static final int PLACES_PER_CORE = 8;

    private final Semaphore places;

    @Autowired
    SignInCapacity() {
        this(PLACES_PER_CORE * Runtime.getRuntime().availableProcessors());
    }

    SignInCapacity(int places) {
        this.places = new Semaphore(places);
    }

    /**
     * Does work if there is a place for it.
     *
     * @throws Failure SERVICE_UNAVAILABLE if there is none
     */
    <T> T call(Function<Place, T> work) {
        if (!places.tryAcquire()) {
            throw new Failure(SystemError.SERVICE_UNAVAILABLE);
        }
        Place place = new Place();
        try {
            return work.apply(place);
        } finally {
            place.release();
        }
    }

    /** The place of one call, for its thread. */
    final class Place {

        private boolean isHeld = true;

        private Place() {}

        /** Leaves the place to others, if it is held. */
        void release() {
            if (isHeld) {
                isHeld = false;
                places.release();
            }
        }

        /**
         * Waits for a place again.
         *
         * @throws Failure SERVICE_UNAVAILABLE if there is none in time
         */
        void acquire(Duration timeout) throws InterruptedException {
            if (!places.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Failure(SystemError.SERVICE_UNAVAILABLE);
            }
            isHeld = true;
        }
    }
}
