package dev.parley.assistant.mcp;

import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.application.tool.ToolText;
import dev.parley.domain.shared.Text;

/** A tool that a server offers, under the name that models know. */
final class RemoteTool implements Tool {

    private static final int MAXIMUM_SHOWN = 100;

    private final McpServer server;
    private final String remoteName;
    private final ToolDefinition definition;

    RemoteTool(McpServer server, String name, OfferedTool offer) {
        this.server = server;
        this.remoteName = offer.name();
        this.definition = definition(server.name(), name, offer);
    }

    /** What models see of a tool that a server offers. */
    static ToolDefinition definition(String server, String name, OfferedTool offer) {
        String shown = Text.cut(Text.onOneLine(Text.madeStorable(offer.name())), MAXIMUM_SHOWN);
        return new ToolDefinition(
                name, offer.description(), offer.schema(), ToolText.ASKING_SERVER.text(server, shown));
    }

    @Override
    public ToolDefinition definition() {
        return definition;
    }

    /** The server does not learn for whom it is called: it is the operator's, and sees what its configuration lets it. */
    @Override
    public ToolResult call(String arguments, ToolContext context) {
        return server.call(remoteName, arguments);
    }
}
