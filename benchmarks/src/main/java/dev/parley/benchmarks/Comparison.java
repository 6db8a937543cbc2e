package dev.parley.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * The same work done by pgbench and over HTTP, measured in turns, so that a disturbance of the machine meets both.
 *
 * @param pgbench the median of its rounds, a second
 * @param http the round with the median rate
 */
record Comparison(double pgbench, HttpLoad.Result http) {

    private static final int ROUNDS = 3;

    static Comparison inTurns(Callable<Double> pgbench, Callable<HttpLoad.Result> http) throws Exception {
        List<Double> baselines = new ArrayList<>();
        List<HttpLoad.Result> results = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            baselines.add(pgbench.call());
            results.add(http.call());
        }
        return new Comparison(median(baselines, Double::doubleValue), median(results, HttpLoad.Result::perSecond));
    }

    double ratio() {
        return http.perSecond() / pgbench;
    }

    private static <T> T median(List<T> values, ToDoubleFunction<T> by) {
        return values.stream().sorted(Comparator.comparingDouble(by)).toList().get(values.size() / 2);
    }
}
