package dev.parley.bootstrap.health;

import dev.parley.assistant.mcp.McpTools;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Which MCP servers are up. With one that is down Parley does its work but for that server's tools, so the whole is never
 * down for it: the status {@code DEGRADED} counts for nothing in the health of all.
 */
public final class McpHealthIndicator implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final McpTools tools;

    public McpHealthIndicator(McpTools tools) {
        this.tools = tools;
    }

    @Override
    public Health health() {
        Map<String, Boolean> up = tools.up();
        Health.Builder health = up.containsValue(false) ? Health.status(DEGRADED) : Health.up();
        up.forEach((server, isUp) -> health.withDetail(server, isUp ? "up" : "down"));
        return health.build();
    }
}
