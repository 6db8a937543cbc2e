package dev.parley.application.model;

import dev.parley.application.assistant.Reply;
import dev.parley.application.tool.ArgumentCheck;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools of a model that end its answer. They take the place of the server's tools of their names. */
public final class HandoffTools {

    /** None, for a client that cannot act. */
    static final HandoffTools NONE = new HandoffTools(List.of(), (definition, arguments) -> Optional.empty());

    private final Map<String, Defined> tools = new LinkedHashMap<>();
    private final ArgumentCheck arguments;

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public HandoffTools(List<HandoffTool> tools, ArgumentCheck arguments) {
        this.arguments = arguments;
        for (HandoffTool tool : tools) {
            Defined defined = new Defined(tool, tool.definition());
            String name = defined.definition().name();
            if (this.tools.putIfAbsent(name, defined) != null) {
                throw new IllegalArgumentException("two tools that end an answer have the name " + name);
            }
        }
    }

    /** All that a model may call: these, and those of the server's whose names these do not have. */
    List<ToolDefinition> with(List<ToolDefinition> ofServer) {
        Map<String, ToolDefinition> all = new LinkedHashMap<>();
        ofServer.forEach(tool -> all.put(tool.name(), tool));
        tools.forEach((name, tool) -> all.put(name, tool.definition()));
        return List.copyOf(all.values());
    }

    boolean has(String name) {
        return tools.containsKey(name);
    }

    /** Ends the answer with a call of one of these; what is wrong with the call where it does not end. */
    Optional<String> begin(RequestedCall call, Reply reply) {
        Defined defined = tools.get(call.name());
        if (defined == null) {
            throw new IllegalArgumentException(call.name() + " ends no answer");
        }
        return arguments
                .problem(defined.definition(), call.arguments())
                .or(() -> defined.tool().begin(call, reply));
    }

    private record Defined(HandoffTool tool, ToolDefinition definition) {}
}
