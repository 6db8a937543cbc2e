package dev.parley.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.tool.Tool;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolSelectionTest {

    private final McpServerSettings settings = McpUnderTest.http("http://127.0.0.1:1/mcp");
    private final McpServer server =
            new McpServer(settings, McpTimings.DEFAULT, new McpMeters(new SimpleMeterRegistry()), () -> {});

    @Test
    void aToolWhoseSchemaNoModelTakesIsLeftOut() {
        List<Tool> tools = new ToolSelection(settings)
                .of(
                        List.of(
                                new OfferedTool("broken", "Has a schema of no type", "{\"type\":\"thing\"}"),
                                new OfferedTool("dangling", "Refers to nothing", "{\"$ref\":\"#/$defs/none\"}"),
                                new OfferedTool("echo", "Repeats", "{\"type\":\"object\"}")),
                        server);

        assertThat(tools).extracting(tool -> tool.definition().name()).containsExactly("echo");
    }
}
