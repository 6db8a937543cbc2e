package dev.parley.assistant.mcp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Counts and times the calls of each server, and tells whether it is up. */
final class McpMeters {

    private final MeterRegistry meters;

    McpMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void watch(McpServer server) {
        Gauge.builder("parley.mcp.up", server, watched -> watched.isUp() ? 1 : 0)
                .tag("server", server.name())
                .register(meters);
    }

    /**
     * A call has ended.
     *
     * @param outcome {@code ok}, {@code error}, {@code failed} or {@code cancelled}
     */
    void called(String server, String outcome, long beginNanos) {
        meters.timer("parley.mcp.calls", "server", server, "outcome", outcome)
                .record(Duration.ofNanos(System.nanoTime() - beginNanos));
    }
}
