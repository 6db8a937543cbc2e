package dev.parley.bootstrap.diagnosis;

import dev.parley.assistant.mcp.McpProbe;
import dev.parley.assistant.mcp.McpServerSettings;

/** Does an MCP server answer, or can it be started, and what does it offer? */
record McpCheck(McpServerSettings server) implements RemoteCheck {

    @Override
    public String subject() {
        return "MCP server " + server.name();
    }

    @Override
    public String advice() {
        return "look at its settings, parley.mcp.servers." + server.name();
    }

    @Override
    public String examine() throws InterruptedException {
        return "tools that models may use: " + McpProbe.usableTools(server);
    }
}
