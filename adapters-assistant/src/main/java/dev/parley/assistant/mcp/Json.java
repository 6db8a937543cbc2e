package dev.parley.assistant.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that servers are sent, and send. */
final class Json {

    /** The most bytes or characters of a message from a server. */
    static final int MAXIMUM_LENGTH = 16 * 1024 * 1024;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** Reads and writes the SDK's messages. */
    static final McpJsonMapper MESSAGES = new JacksonMcpJsonMapper(MAPPER);

    private Json() {}

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static Map<String, Object> object(String text) {
        return MAPPER.readValue(text, OBJECT);
    }

    /** Whether the text is the same JSON. */
    static boolean isSame(String text, JsonNode value) {
        try {
            return MAPPER.readTree(text).equals(value);
        } catch (JacksonException e) {
            return false;
        }
    }
}
