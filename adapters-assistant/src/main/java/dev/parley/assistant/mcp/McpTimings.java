package dev.parley.assistant.mcp;

import java.time.Duration;

/**
 * How long connections to servers wait.
 *
 * @param check how often the tools are asked for in any case, which shows whether the server is still there, and what has
 *     changed without a word
 * @param settling how long after a change the tools are asked for: changes that follow each other closely are read together
 * @param firstPause the longest pause after the first failed attempt to connect; the next ones grow
 * @param grace how long a program may take to end before it is asked to, and again before it is killed
 */
record McpTimings(Duration check, Duration settling, Duration firstPause, Duration grace) {

    static final McpTimings DEFAULT = new McpTimings(
            Duration.ofSeconds(15), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(2));
}
