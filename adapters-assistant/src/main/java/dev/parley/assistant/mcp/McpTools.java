package dev.parley.assistant.mcp;

import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tools of all servers that are up. Nobody waits for a server, and none that is down is in anybody's way. */
public final class McpTools implements ToolSource {

    private static final Logger log = LoggerFactory.getLogger(McpTools.class);

    private final List<McpServer> servers;
    private final Set<String> hidden = new HashSet<>();
    private volatile List<Tool> tools = List.of();

    /** Knows the servers, and connects to none yet. */
    public McpTools(List<McpServerSettings> settings, MeterRegistry registry) {
        this(settings, registry, McpTimings.DEFAULT);
    }

    McpTools(List<McpServerSettings> settings, MeterRegistry registry, McpTimings timings) {
        McpMeters meters = new McpMeters(registry);
        this.servers = settings.stream()
                .map(each -> new McpServer(each, timings, meters, this::collect))
                .toList();
        servers.forEach(meters::watch);
    }

    /** Begins to connect, to all servers at once. */
    public void start() {
        servers.forEach(McpServer::start);
    }

    /**
     * Ends all connections and all programs that were started. They cannot be made again.
     *
     * @param patience how long to wait for that
     * @return whether that was long enough
     */
    public boolean stop(Duration patience) throws InterruptedException {
        servers.forEach(McpServer::stop);
        long end = System.nanoTime() + patience.toNanos();
        boolean ended = true;
        for (McpServer server : servers) {
            ended &= server.awaitEnd(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        return ended;
    }

    @Override
    public List<Tool> tools() {
        return tools;
    }

    /** Whether each server is up, by its name. */
    public Map<String, Boolean> up() {
        Map<String, Boolean> up = new LinkedHashMap<>();
        servers.forEach(server -> up.put(server.name(), server.isUp()));
        return up;
    }

    /** Of tools with one name the first server's counts. */
    private synchronized void collect() {
        Map<String, Tool> byName = new LinkedHashMap<>();
        for (McpServer server : servers) {
            for (Tool tool : server.tools()) {
                String name = tool.definition().name();
                if (byName.putIfAbsent(name, tool) != null && hidden.add(server.name() + " " + name)) {
                    log.warn("The tool {} of the MCP server {} is hidden by another server's", name, server.name());
                }
            }
        }
        tools = List.copyOf(byName.values());
    }
}
