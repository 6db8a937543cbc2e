package dev.parley.web.monitoring;

import static java.util.Locale.ROOT;

import dev.parley.application.tool.ToolMeter;
import dev.parley.application.tool.ToolOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Times calls of tools as {@code parley.tool.calls}, by tool and outcome. */
public final class MicrometerToolMeter implements ToolMeter {

    /** The most tools with a name of their own here, for MCP servers may offer others all the time. */
    static final int MAXIMUM_TOOLS = 200;

    private final MeterRegistry meters;
    private final Set<String> named = new HashSet<>();

    public MicrometerToolMeter(MeterRegistry meters) {
        this.meters = meters;
        register(ToolMeter.UNKNOWN);
    }

    /** Shows these tools with 0 until they are called. */
    public void show(Collection<String> tools) {
        tools.stream().map(this::label).forEach(this::register);
    }

    @Override
    public void called(String tool, ToolOutcome outcome, Duration time) {
        timer(label(tool), outcome).record(time);
    }

    private synchronized String label(String tool) {
        boolean fits = named.contains(tool) || (named.size() < MAXIMUM_TOOLS && named.add(tool));
        return fits ? tool : ToolMeter.UNKNOWN;
    }

    private void register(String label) {
        for (ToolOutcome outcome : ToolOutcome.values()) {
            timer(label, outcome);
        }
    }

    private Timer timer(String label, ToolOutcome outcome) {
        return meters.timer(
                "parley.tool.calls", "tool", label, "outcome", outcome.name().toLowerCase(ROOT));
    }
}
