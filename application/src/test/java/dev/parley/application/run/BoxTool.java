package dev.parley.application.run;

import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** A tool that does what a test puts into it. */
record BoxTool(AtomicReference<BiFunction<String, ToolContext, ToolResult>> content) implements Tool {

    @Override
    public ToolDefinition definition() {
        return new ToolDefinition("box", "Does anything", "{\"type\":\"object\"}", "Opening the box…");
    }

    @Override
    public ToolResult call(String arguments, ToolContext context) {
        return content.get().apply(arguments, context);
    }
}
