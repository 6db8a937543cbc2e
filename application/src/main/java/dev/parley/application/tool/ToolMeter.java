package dev.parley.application.tool;

import java.time.Duration;

/** Measures calls of tools. */
@FunctionalInterface
public interface ToolMeter {

    /** What stands for the name of a tool that there is not: models may make up any number. */
    String UNKNOWN = "unknown";

    /**
     * A call has ended.
     *
     * @param tool the name of a tool that there is, or {@link #UNKNOWN}
     */
    void called(String tool, ToolOutcome outcome, Duration time);
}
