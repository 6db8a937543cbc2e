package dev.parley.assistant.openai;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time since the first request for a turn was sent.
 *
 * @param begin as the ticker counts
 * @param ticker counts nanoseconds as {@link System#nanoTime} does
 */
record StopWatch(long begin, LongSupplier ticker) {

    static StopWatch start(LongSupplier ticker) {
        return new StopWatch(ticker.getAsLong(), ticker);
    }

    /** In milliseconds, rounded down: never less than at an earlier call. */
    long elapsed() {
        return TimeUnit.NANOSECONDS.toMillis(ticker.getAsLong() - begin);
    }
}
