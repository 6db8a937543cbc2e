package dev.parley.web.security;

import dev.parley.application.shared.ServerBusy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
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
     * @throws ServerBusy if there is none
     */
    <T> T call(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new ServerBusy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** Lets work that is in progress sleep, without its place. */
    void pause(Duration time) throws InterruptedException {
        places.release();
        try {
            Thread.sleep(time);
        } finally {
            places.acquireUninterruptibly();
        }
    }
}
