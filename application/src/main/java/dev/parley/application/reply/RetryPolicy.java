package dev.parley.application.reply;

import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.shared.FailureKind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a run outlive a database that restarts: its units are tried again until one commits or the time is over. */
final class RetryPolicy {

    private static final Logger log = LoggerFactory.getLogger(RetryPolicy.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Duration limit;
    private final CountDownLatch givenUp = new CountDownLatch(1);

    RetryPolicy(Duration limit) {
        this.limit = limit;
    }

    /** Tries nothing a second time any more. */
    void giveUp() {
        givenUp.countDown();
    }

    /**
     * Tries a unit until it can be done.
     *
     * @throws SystemFailure if it fails for another reason, or for too long
     */
    <T> T retry(Supplier<T> unit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return unit.get();
            } catch (SystemFailure e) {
                if (e.kind() != FailureKind.UNAVAILABLE || System.nanoTime() > deadline || isOver(pause)) {
                    throw e;
                }
                log.debug("Step {} is tried again", e.step(), e);
            }
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        }
    }

    private boolean isOver(Duration pause) {
        try {
            return givenUp.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
