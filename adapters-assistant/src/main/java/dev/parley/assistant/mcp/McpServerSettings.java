package dev.parley.assistant.mcp;

import java.util.Set;

/**
 * A server, and what of it models may use.
 *
 * @param name who it is to operators and users
 * @param prefix what the names of its tools begin with
 * @param allowed the tools that models may use, by the names that the server gives them; empty for all
 */
public record McpServerSettings(String name, McpEndpoint endpoint, String prefix, Set<String> allowed) {

    /** Copies the names. */
    public McpServerSettings {
        allowed = Set.copyOf(allowed);
    }

    /** Whether models may use a tool that the server gives this name. */
    boolean allows(String tool) {
        return allowed.isEmpty() || allowed.contains(tool);
    }
}
