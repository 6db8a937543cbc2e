package dev.parley.benchmarks.hostile;

import java.time.Duration;

/** What everybody else may notice of an attack. */
final class Limits {

    static final Duration LIVENESS = Duration.ofSeconds(1);
    static final Duration NEIGHBOUR = Duration.ofSeconds(2);
    static final Duration RECOVERY = Duration.ofSeconds(10);

    private Limits() {}
}
