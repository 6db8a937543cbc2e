package dev.parley.application.testing;

import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;

/** Gives back its arguments and for whom it was called. */
public final class EchoTool implements Tool {

    @Override
    public ToolDefinition definition() {
        return new ToolDefinition("echo", "Says it again", "{\"type\":\"object\"}", "Listening…");
    }

    @Override
    public ToolResult call(String arguments, ToolContext context) {
        return ToolResult.of(arguments + " for " + context.user());
    }
}
