package dev.parley.application.run;

import dev.parley.domain.run.RunStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures runs whose end this node has committed: its own, and those that it took over. */
@FunctionalInterface
public interface RunMeter {

    /**
     * A run has ended, and its end is committed.
     *
     * @param status an end
     * @param time since it began
     * @param firstToken from its beginning to the first text of its answer; null where there was none, or where it ran on
     *     another node
     */
    void ended(RunStatus status, Duration time, @Nullable Duration firstToken);
}
