package dev.parley.application.tool;

import java.util.Optional;

/** Holds arguments against a tool's schema. */
public interface ArgumentCheck {

    /**
     * What is wrong with the arguments, in words that a model can act on.
     *
     * @param arguments what a model wrote; perhaps no JSON at all
     * @return empty where the schema allows them
     */
    Optional<String> problem(ToolDefinition definition, String arguments);
}
