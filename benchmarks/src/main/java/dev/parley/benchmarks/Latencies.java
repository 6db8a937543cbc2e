package dev.parley.benchmarks;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Times that were measured, all of them kept. Not for several threads at a time. */
final class Latencies {

    private final LongStream.Builder nanos = LongStream.builder();

    void add(long measuredNanos) {
        nanos.add(measuredNanos);
    }

    /** Ends the measurement. */
    Quantiles quantiles() {
        long[] sorted = nanos.build().toArray();
        Arrays.sort(sorted);
        return new Quantiles(sorted.length, at(sorted, 0.5), at(sorted, 0.99));
    }

    /** A quantile of sorted nanoseconds in ms; 0 where there are none. */
    static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * quantile)] / 1e6;
    }

    /**
     * What most took.
     *
     * @param number of the times
     * @param p50 the median in ms
     * @param p99 the 99th percentile in ms
     */
    record Quantiles(int number, double p50, double p99) {}
}
