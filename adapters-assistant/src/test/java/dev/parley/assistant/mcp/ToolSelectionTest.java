package dev.parley.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolSelectionTest {

    private final McpServerSettings settings = McpUnderTest.http("http://127.0.0.1:1/mcp");

    @Test
    void aToolWhoseSchemaNoModelTakesIsLeftOut() {
        Map<String, OfferedTool> tools = new ToolSelection(settings)
                .of(List.of(
                        new OfferedTool("broken", "Has a schema of no type", "{\"type\":\"thing\"}"),
                        new OfferedTool("dangling", "Refers to nothing", "{\"$ref\":\"#/$defs/none\"}"),
                        new OfferedTool("echo", "Repeats", "{\"type\":\"object\"}")));

        assertThat(tools).containsOnlyKeys("echo");
    }
}
