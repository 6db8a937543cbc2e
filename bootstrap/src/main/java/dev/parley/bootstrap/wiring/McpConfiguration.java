package dev.parley.bootstrap.wiring;

import dev.parley.assistant.mcp.McpEndpoint;
import dev.parley.assistant.mcp.McpServerSettings;
import dev.parley.assistant.mcp.McpTools;
import dev.parley.bootstrap.health.McpHealthIndicator;
import dev.parley.bootstrap.lifecycle.McpLifecycle;
import dev.parley.bootstrap.settings.McpServer;
import dev.parley.bootstrap.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class McpConfiguration {

    @Bean
    McpTools mcpTools(Settings settings, MeterRegistry meters) {
        List<McpServerSettings> servers = settings.mcp().servers().entrySet().stream()
                .map(server -> settings(server.getKey(), server.getValue()))
                .toList();
        return new McpTools(servers, meters);
    }

    @Bean
    McpLifecycle mcpLifecycle(McpTools tools) {
        return new McpLifecycle(tools);
    }

    @Bean
    McpHealthIndicator mcpHealthIndicator(McpTools tools) {
        return new McpHealthIndicator(tools);
    }

    private static McpServerSettings settings(String name, McpServer server) {
        return new McpServerSettings(name, endpoint(name, server), server.prefixOf(name), Set.copyOf(server.tools()));
    }

    private static McpEndpoint endpoint(String name, McpServer server) {
        if (server.url() != null) {
            return new McpEndpoint.Http(URI.create(server.url()), server.headersByName(name));
        }
        List<String> command = new ArrayList<>();
        command.add(Objects.requireNonNull(server.command()));
        command.addAll(server.arguments());
        return new McpEndpoint.Stdio(command, server.environmentByName(name));
    }
}
