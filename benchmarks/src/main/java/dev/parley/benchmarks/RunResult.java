package dev.parley.benchmarks;

import java.util.List;
import java.util.Objects;

/**
 * What was measured of a number of runs.
 *
 * @param isReadElsewhere whether they were read from another node than the one that answered
 * @param alone the way of a token from the model to its reader without Parley
 * @param through the way through Parley
 * @param resumed from a reconnect to the first event that was missed
 * @param late how far the model was behind its schedule
 * @param memory of a run
 */
record RunResult(
        int runs,
        boolean isReadElsewhere,
        Tokens tokens,
        Latencies.Quantiles alone,
        Latencies.Quantiles through,
        Latencies.Quantiles resumed,
        Latencies.Quantiles late,
        RunMeter.Rates rates,
        RunMemory memory) {

    /**
     * What became of the tokens of all runs.
     *
     * @param failed how many runs were not read to their end
     * @param failures why not
     */
    record Tokens(long said, long lost, long doubled, long disordered, long failed, List<String> failures) {

        private static final int TOLD = 5;

        static Tokens of(List<RunReader.Count> counts) {
            List<String> failures = counts.stream()
                    .map(RunReader.Count::failure)
                    .filter(Objects::nonNull)
                    .toList();
            return new Tokens(
                    counts.stream().mapToLong(RunReader.Count::said).sum(),
                    counts.stream().mapToLong(RunReader.Count::lost).sum(),
                    counts.stream().mapToLong(RunReader.Count::doubled).sum(),
                    counts.stream().mapToLong(RunReader.Count::disordered).sum(),
                    failures.size(),
                    failures.stream().distinct().limit(TOLD).toList());
        }
    }
}
