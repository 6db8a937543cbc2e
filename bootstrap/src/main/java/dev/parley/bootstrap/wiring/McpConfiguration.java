package dev.parley.bootstrap.wiring;

import dev.parley.assistant.mcp.McpTools;
import dev.parley.bootstrap.health.McpHealthIndicator;
import dev.parley.bootstrap.lifecycle.McpLifecycle;
import dev.parley.bootstrap.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class McpConfiguration {

    @Bean
    McpTools mcpTools(Settings settings, MeterRegistry meters) {
        return new McpTools(settings.mcp().connections(), meters);
    }

    @Bean
    McpLifecycle mcpLifecycle(McpTools tools) {
        return new McpLifecycle(tools);
    }

    @Bean
    McpHealthIndicator mcpHealthIndicator(McpTools tools) {
        return new McpHealthIndicator(tools);
    }
}
