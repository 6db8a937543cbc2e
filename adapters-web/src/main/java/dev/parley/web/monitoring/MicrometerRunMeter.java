package dev.parley.web.monitoring;

import static java.util.Locale.ROOT;

import dev.parley.application.run.RunMeter;
import dev.parley.domain.run.RunStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times runs as {@code parley.runs}, by how they ended, and as {@code parley.runs.first.token}. */
public final class MicrometerRunMeter implements RunMeter {

    private final Map<RunStatus, Timer> ended = new EnumMap<>(RunStatus.class);
    private final Timer firstToken;

    public MicrometerRunMeter(MeterRegistry meters) {
        Stream.of(RunStatus.values())
                .filter(RunStatus::isEnd)
                .forEach(status -> ended.put(
                        status,
                        meters.timer("parley.runs", "status", status.name().toLowerCase(ROOT))));
        firstToken = meters.timer("parley.runs.first.token");
    }

    /** Clocks of nodes differ, so that a run that was taken over may seem to have ended before it began. */
    @Override
    public void ended(RunStatus status, Duration time, @Nullable Duration text) {
        Timer timer = ended.get(status);
        if (timer == null) {
            throw new IllegalArgumentException(status + " is no end");
        }
        timer.record(time.isNegative() ? Duration.ZERO : time);
        if (text != null) {
            firstToken.record(text);
        }
    }
}
