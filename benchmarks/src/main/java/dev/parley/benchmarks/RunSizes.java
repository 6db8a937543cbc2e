package dev.parley.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How many runs are measured, from {@code -Dparley.bench.runs=50,200}, and for how long, from
 * {@code -Dparley.bench.seconds=5}.
 *
 * @param runs at a time, one measurement each; the first is measured with readers on another node too
 */
record RunSizes(List<Integer> runs, Duration measured) {

    private static final RunSizes FULL = new RunSizes(List.of(1_000, 5_000), Duration.ofSeconds(30));

    static RunSizes ofProperties() {
        return new RunSizes(
                Arrays.stream(System.getProperty("parley.bench.runs", "1000,5000")
                                .split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Duration.ofSeconds(Long.getLong("parley.bench.seconds", 30)));
    }

    /** Whether the results are fit for the documentation. */
    boolean isFull() {
        return equals(FULL);
    }
}
