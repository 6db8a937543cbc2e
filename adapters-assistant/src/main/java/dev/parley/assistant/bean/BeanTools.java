package dev.parley.assistant.bean;

import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.application.tool.ToolSource;
import dev.parley.assistant.schema.ToolDefinitionCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools that are beans, each with the definition and the time that it named at the start. */
public final class BeanTools implements ToolSource {

    private final List<Tool> tools;

    /**
     * Asks each bean for its definition.
     *
     * @param beans by their names, in their order
     * @throws IllegalArgumentException with a sentence that names a bean that models cannot use as it is
     */
    public BeanTools(Map<String, Tool> beans, ToolDefinitionCheck definitions) {
        this.tools = beans.entrySet().stream()
                .<Tool>map(bean -> defined(bean.getKey(), bean.getValue(), definitions))
                .toList();
    }

    @Override
    public List<Tool> tools() {
        return tools;
    }

    private static DefinedTool defined(String name, Tool tool, ToolDefinitionCheck definitions) {
        DefinedTool defined = asked(name, tool);
        definitions.problem(defined.definition()).ifPresent(problem -> {
            throw unusable(name, problem);
        });
        if (defined.timeout().filter(time -> !time.isPositive()).isPresent()) {
            throw unusable(name, "asks for a time that is not longer than nothing");
        }
        return defined;
    }

    private static DefinedTool asked(String name, Tool tool) {
        try {
            return new DefinedTool(
                    tool, tool.definition(), Optional.ofNullable(tool.timeout()).flatMap(time -> time));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The tool bean " + name + " cannot be used: it throws "
                            + e.getClass().getName() + " when it is asked for its definition.",
                    e);
        }
    }

    private static IllegalArgumentException unusable(String name, String problem) {
        return new IllegalArgumentException("The tool bean " + name + " cannot be used: it " + problem + ".");
    }

    private record DefinedTool(Tool tool, ToolDefinition definition, Optional<Duration> timeout) implements Tool {

        @Override
        public ToolResult call(String arguments, ToolContext context) {
            return tool.call(arguments, context);
        }
    }
}
