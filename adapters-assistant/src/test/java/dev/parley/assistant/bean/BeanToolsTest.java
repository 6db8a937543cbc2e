package dev.parley.assistant.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.assistant.schema.ToolDefinitionCheck;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BeanToolsTest {

    @Test
    void aBeanIsAskedForItsDefinitionOnce() {
        AtomicInteger asked = new AtomicInteger();
        BeanTools tools = tools(tool(
                () -> {
                    asked.incrementAndGet();
                    return definition("roll_dice", "{}");
                },
                Duration.ofMinutes(2)));

        tools.tools().forEach(Tool::definition);

        assertThat(tools.tools()).singleElement().satisfies(tool -> {
            assertThat(tool.definition().name()).isEqualTo("roll_dice");
            assertThat(tool.timeout()).contains(Duration.ofMinutes(2));
        });
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatModelsCannotUseStopsTheStartWithTheBeansName() {
        assertRefused(() -> definition("w\u00fcrfel", "{}"), "it has the name \"w\u00fcrfel\", which must be 1 to 64");
        assertRefused(() -> definition("roll_dice", "[]"), "it has a schema that is no JSON object.");
        assertRefused(
                () -> {
                    throw new IllegalStateException("secret");
                },
                "it throws java.lang.IllegalStateException when it is asked for its definition.");
    }

    @Test
    void aTimeIsLongerThanNothing() {
        assertThatThrownBy(() -> tools(tool(() -> definition("roll_dice", "{}"), Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asks for a time that is not longer than nothing");
    }

    private static void assertRefused(Supplier<ToolDefinition> definition, String why) {
        assertThatThrownBy(() -> tools(tool(definition, Duration.ofSeconds(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The tool bean dice cannot be used: ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
    }

    private static BeanTools tools(Tool tool) {
        return new BeanTools(Map.of("dice", tool), new ToolDefinitionCheck(Secrets.NONE));
    }

    private static ToolDefinition definition(String name, String schema) {
        return new ToolDefinition(name, "Rolls a die", schema, "Rolling…");
    }

    private static Tool tool(Supplier<ToolDefinition> definition, Duration timeout) {
        return new Tool() {

            @Override
            public ToolDefinition definition() {
                return definition.get();
            }

            @Override
            public Optional<Duration> timeout() {
                return Optional.of(timeout);
            }

            @Override
            public ToolResult call(String arguments, ToolContext context) {
                return ToolResult.of("{}");
            }
        };
    }
}
