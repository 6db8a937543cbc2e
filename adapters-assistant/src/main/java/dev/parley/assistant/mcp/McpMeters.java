package dev.parley.assistant.mcp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** Counts and times the calls of each server, and tells whether it is up. */
final class McpMeters {

    private static final List<String> OUTCOMES = List.of("ok", "error", "failed", "cancelled");

    private final MeterRegistry meters;

    McpMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void watch(McpServer server) {
        Gauge.builder("parley.mcp.up", server, watched -> watched.isUp() ? 1 : 0)
                .tag("server", server.name())
                .register(meters);
        OUTCOMES.forEach(outcome -> timer(server.name(), outcome));
    }

    /**
     * A call has ended.
     *
     * @param outcome {@code ok}, {@code error}, {@code failed} or {@code cancelled}
     */
    void called(String server, String outcome, long beginNanos) {
        timer(server, outcome).record(Duration.ofNanos(System.nanoTime() - beginNanos));
    }

    private Timer timer(String server, String outcome) {
        return meters.timer("parley.mcp.calls", "server", server, "outcome", outcome);
    }
}
