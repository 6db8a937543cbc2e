package dev.parley.assistant.mcp;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When to connect again: at once after the first trouble, then ever more rarely, and not all servers at once. */
final class Retries {

    /** A connection that has stood for so long was a good one. */
    private static final Duration GOOD = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Duration firstPause;
    private int troubles;

    /**
     * There has been no trouble yet.
     *
     * @param firstPause the longest after the first trouble
     */
    Retries(Duration firstPause) {
        this.firstPause = firstPause;
    }

    /** No connection could be made; returns how long to wait. */
    Duration refused() {
        troubles++;
        return pause();
    }

    /**
     * A connection has broken; returns how long to wait.
     *
     * @param stood how long it had been there
     */
    Duration broken(Duration stood) {
        troubles = stood.compareTo(GOOD) >= 0 ? 1 : troubles + 1;
        return troubles == 1 ? Duration.ZERO : pause();
    }

    private Duration pause() {
        Duration longest = firstPause.multipliedBy(1L << Math.min(troubles - 1, 10));
        long millis = Math.min(longest.toMillis(), LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    }
}
