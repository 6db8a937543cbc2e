package dev.parley.assistant.mcp;

import static java.util.Locale.ROOT;

import dev.parley.application.tool.ToolOutcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Counts and times the calls of each server, and shows whether it is up. */
final class McpMeters {

    private static final Set<ToolOutcome> OUTCOMES =
            EnumSet.of(ToolOutcome.OK, ToolOutcome.ERROR, ToolOutcome.FAILED, ToolOutcome.CANCELLED);

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

    /** A call has ended. */
    void called(String server, ToolOutcome outcome, long beginNanos) {
        timer(server, outcome).record(Duration.ofNanos(System.nanoTime() - beginNanos));
    }

    private Timer timer(String server, ToolOutcome outcome) {
        return meters.timer(
                "parley.mcp.calls", "server", server, "outcome", outcome.name().toLowerCase(ROOT));
    }
}
