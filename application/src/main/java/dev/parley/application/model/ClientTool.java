package dev.parley.application.model;

import dev.parley.application.assistant.Reply;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolDefinition;
import java.util.Optional;

/** A tool that the user's client has; what it gives back begins the next turn. */
public record ClientTool(ToolDefinition definition) implements HandoffTool {

    @Override
    public Optional<String> begin(RequestedCall call, Reply reply) {
        reply.callClientTool(call);
        return Optional.empty();
    }
}
