package dev.parley.assistant.openai;

import java.time.Duration;

/**
 * A point in time that no clock moves.
 *
 * @param nanos as {@link System#nanoTime} counts
 */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, in nanoseconds; negative where it has passed. */
    long left() {
        return nanos - System.nanoTime();
    }

    boolean comesWithin(Duration time) {
        return left() <= time.toNanos();
    }
}
