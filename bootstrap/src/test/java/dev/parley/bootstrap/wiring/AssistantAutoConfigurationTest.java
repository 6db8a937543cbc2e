package dev.parley.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.application.model.ClientTool;
import dev.parley.application.model.HandoffTool;
import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssistantAutoConfigurationTest {

    @Test
    void aHandoffToolThatNoModelTakesIsRefused() {
        List<HandoffTool> tools = List.of(tool("fits"), tool("does not fit"));

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> AssistantAutoConfiguration.checked(tools, Secrets.NONE))
                .withMessageContainingAll("The tool bean " + ClientTool.class.getName(), "\"does not fit\"");
    }

    @Test
    void handoffToolsThatModelsTakeAreUsed() {
        List<HandoffTool> tools = List.of(tool("fits"));

        assertThat(AssistantAutoConfiguration.checked(tools, Secrets.NONE)).isEqualTo(tools);
    }

    private static HandoffTool tool(String name) {
        return new ClientTool(new ToolDefinition(name, "Does something", "{\"type\":\"object\"}", "Doing it"));
    }
}
