package dev.parley.bootstrap.lifecycle;

import dev.parley.assistant.mcp.McpTools;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Connects to the MCP servers before the first request comes, without waiting, and lets go of them after the last run. */
public final class McpLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(McpLifecycle.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final McpTools tools;
    private volatile boolean running;

    public McpLifecycle(McpTools tools) {
        this.tools = tools;
    }

    @Override
    public void start() {
        tools.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (!tools.stop(TIMEOUT)) {
                log.warn("Some MCP servers did not end within {} s", TIMEOUT.toSeconds());
            }
        } catch (InterruptedException e) {
            log.warn("Interrupted while the MCP servers were ending");
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
