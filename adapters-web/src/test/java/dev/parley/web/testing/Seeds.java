package dev.parley.web.testing;

import java.util.Random;
import java.util.stream.LongStream;

/** Beginnings of what happens by chance. They are not always the same, so that more is found in the long run. */
public final class Seeds {

    private Seeds() {}

    /** So many; or the one that {@code -Dtest.seed} gives. */
    public static LongStream some(int number) {
        Long given = Long.getLong("test.seed");
        return given == null ? new Random().longs(number) : LongStream.of(given);
    }

    /** Does something whose failure names its seed. */
    public static void with(long seed, Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
