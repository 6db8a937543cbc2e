package dev.parley.assistant.openai;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A point in time that no clock moves.
 *
 * @param nanos as the ticker counts
 * @param ticker counts nanoseconds as {@link System#nanoTime} does
 */
record Deadline(long nanos, LongSupplier ticker) {

    static Deadline in(Duration time, LongSupplier ticker) {
        return new Deadline(ticker.getAsLong() + time.toNanos(), ticker);
    }

    /** The deadline of this ticker that is so far from now. */
    Deadline renewed(Duration time) {
        return in(time, ticker);
    }

    /** What is left, in nanoseconds; negative where it has passed. */
    long left() {
        return nanos - ticker.getAsLong();
    }

    boolean comesWithin(Duration time) {
        return left() <= time.toNanos();
    }
}
