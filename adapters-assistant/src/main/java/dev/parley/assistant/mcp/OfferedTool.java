package dev.parley.assistant.mcp;

import dev.parley.domain.shared.Text;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A tool as its server lists it.
 *
 * @param name whatever the server likes
 * @param description for the model; perhaps empty
 * @param schema the JSON schema of its arguments
 */
record OfferedTool(String name, String description, String schema) {

    private static final int MAXIMUM_DESCRIPTION = 4096;
    private static final int MAXIMUM_SCHEMA = 64 * 1024;
    private static final String ANY_OBJECT = "{\"type\":\"object\"}";

    /** Reads one; empty where it has no name, or a schema that is too long for a model. */
    static Optional<OfferedTool> of(JsonNode tool) {
        String name = tool.path("name").asString("");
        JsonNode schema = tool.path("inputSchema");
        String text = schema.isObject() ? schema.toString() : ANY_OBJECT;
        return name.isBlank() || text.length() > MAXIMUM_SCHEMA
                ? Optional.empty()
                : Optional.of(new OfferedTool(name, describe(tool), text));
    }

    private static String describe(JsonNode tool) {
        String description = tool.path("description").asString("");
        String title = tool.path("title").asString("");
        return Text.cut(Text.madeStorable(description.isBlank() ? title : description), MAXIMUM_DESCRIPTION);
    }
}
