package dev.parley.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.tool.ToolOutcome;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MicrometerToolMeterTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MicrometerToolMeter meter = new MicrometerToolMeter(meters);

    @Test
    void toolsAreThereBeforeTheirFirstCall() {
        meter.show(List.of("add_task"));

        assertThat(tools()).containsExactlyInAnyOrder("add_task", "unknown");
        assertThat(meters.get("parley.tool.calls").timers())
                .hasSize(2 * ToolOutcome.values().length)
                .allMatch(timer -> timer.count() == 0);
    }

    @Test
    void aCallIsTimedByToolAndOutcome() {
        meter.called("add_task", ToolOutcome.TIMED_OUT, Duration.ofSeconds(2));

        assertThat(calls("add_task", "timed_out").totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void toolsThatComeAllTheTimeAreCountedTogether() {
        IntStream.range(0, MicrometerToolMeter.MAXIMUM_TOOLS + 50)
                .forEach(i -> meter.called("tool" + i, ToolOutcome.OK, Duration.ZERO));
        meter.called("tool0", ToolOutcome.OK, Duration.ZERO);

        assertThat(tools()).hasSize(MicrometerToolMeter.MAXIMUM_TOOLS + 1);
        assertThat(calls("unknown", "ok").count()).isEqualTo(50);
        assertThat(calls("tool0", "ok").count()).isEqualTo(2);
    }

    private Timer calls(String tool, String outcome) {
        return meters.get("parley.tool.calls")
                .tags("tool", tool, "outcome", outcome)
                .timer();
    }

    private Set<String> tools() {
        return meters.get("parley.tool.calls").timers().stream()
                .map(timer -> String.valueOf(timer.getId().getTag("tool")))
                .collect(Collectors.toSet());
    }
}
