package dev.parley.benchmarks.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How requests of one kind were answered, and how long the slowest took. */
final class Measured {

    private Duration slowest = Duration.ZERO;
    private int answered;
    private final Map<String, Integer> failures = new TreeMap<>();

    void measure(Exchange exchange) {
        long begin = System.nanoTime();
        String outcome = outcome(exchange);
        add(Duration.ofNanos(System.nanoTime() - begin), outcome);
    }

    synchronized Duration slowest() {
        return slowest;
    }

    synchronized int answered() {
        return answered;
    }

    /** How often each status other than 2xx, or failure of a connection, was met. */
    synchronized Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    synchronized boolean isWithin(Duration limit) {
        return answered > 0 && failures.isEmpty() && slowest.compareTo(limit) <= 0;
    }

    private synchronized void add(Duration duration, String failure) {
        slowest = duration.compareTo(slowest) > 0 ? duration : slowest;
        answered++;
        if (!failure.isEmpty()) {
            failures.merge(failure, 1, Integer::sum);
        }
    }

    private static String outcome(Exchange exchange) {
        try {
            Target.Answer answer = exchange.answer();
            return answer.isSuccess() ? "" : String.valueOf(answer.status());
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** A request and its answer. */
    interface Exchange {

        Target.Answer answer() throws IOException;
    }
}
