package dev.parley.assistant.stream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The arguments of a call as models write them. */
public final class CallArguments {

    /** No arguments. */
    public static final String NONE = "{}";

    private static final JsonFactory JSON = new JsonFactory();

    private CallArguments() {}

    /**
     * What a tool is called with: nothing and null are no arguments, an object that was encoded twice is unwrapped. What
     * is no object stays as it is, and no tool takes it.
     */
    static String normalized(String text) {
        String json = text.strip();
        if (json.isEmpty() || json.equals("null")) {
            return NONE;
        }
        if (json.startsWith("\"")) {
            String inner = unwrapped(json);
            return isObject(inner) ? inner : text;
        }
        return text;
    }

    /** Whether the text is one JSON object and nothing else. */
    public static boolean isObject(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (JacksonException e) {
            // It is not.
            return false;
        }
    }

    /** The text that a JSON string holds; empty where it is none. */
    private static String unwrapped(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            String inner = parser.getString();
            return parser.nextToken() == null ? inner : "";
        } catch (JacksonException e) {
            // A tool's arguments are checked where it is called; there the model learns what is wrong.
            return "";
        }
    }
}
