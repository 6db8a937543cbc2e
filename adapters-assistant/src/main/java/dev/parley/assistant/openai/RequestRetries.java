package dev.parley.assistant.openai;

import dev.parley.assistant.openai.ModelFailed.Reason;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a request again while that may help and there is time. */
final class RequestRetries {

    private static final Logger log = LoggerFactory.getLogger(RequestRetries.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final int retries;
    private final Deadline deadline;
    private final Consumer<Duration> sleep;

    /**
     * Begins to count.
     *
     * @param deadline no attempt begins later
     * @param sleep waits between two attempts
     */
    RequestRetries(int retries, Deadline deadline, Consumer<Duration> sleep) {
        this.retries = retries;
        this.deadline = deadline;
        this.sleep = sleep;
    }

    /** Attempts of which none begins after the deadline. */
    static RequestRetries within(int retries, Deadline deadline) {
        return new RequestRetries(retries, deadline, RequestRetries::sleep);
    }

    /**
     * Makes attempts until one succeeds.
     *
     * @throws ModelFailed of the last attempt, if none does
     */
    <T> T make(Supplier<T> attempt) {
        for (int retry = 0; ; retry++) {
            try {
                return attempt.get();
            } catch (ModelFailed e) {
                Duration pause = e.retryAfter().orElse(backoff(retry));
                if (!e.reason().isPassing() || retry == retries || deadline.comesWithin(pause)) {
                    throw e;
                }
                log.info(
                        "The model failed ({}); next attempt in {} ms",
                        e.reason().tag(),
                        pause.toMillis());
                sleep.accept(pause);
            }
        }
    }

    /** Twice as long each time, and not all callers at once. */
    private static Duration backoff(int retry) {
        return FIRST_PAUSE
                .multipliedBy(1L << Math.min(retry, 6))
                .plusMillis(ThreadLocalRandom.current().nextLong(100));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailed(Reason.INTERRUPTED, e);
        }
    }
}
