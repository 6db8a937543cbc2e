package dev.parley.assistant.stream;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the values of fields whose types no provider keeps to. Each method begins on a value's token and ends on its last
 * one. Known fields that cannot be used are remembered by name and type.
 */
final class JsonFields {

    private static final JsonFactory JSON = new JsonFactory();

    private final String json;
    private final JsonParser parser;
    private final Set<String> unusable;

    /**
     * Begins to read.
     *
     * @param unusable gets what cannot be used
     */
    JsonFields(String json, Set<String> unusable) {
        this.json = json;
        this.parser = JSON.createParser(ObjectReadContext.empty(), json);
        this.unusable = unusable;
    }

    /** Reads a value that was found here as JSON. */
    JsonFields of(String value) {
        JsonFields fields = new JsonFields(value, unusable);
        fields.next();
        return fields;
    }

    /** The next token, null at the end. */
    @Nullable JsonToken next() {
        return parser.nextToken();
    }

    /** The current token. */
    JsonToken token() {
        return parser.currentToken();
    }

    boolean isNull() {
        return token() == JsonToken.VALUE_NULL;
    }

    boolean isString() {
        return token() == JsonToken.VALUE_STRING;
    }

    boolean isNumber() {
        return token().isNumeric();
    }

    boolean isObject() {
        return token() == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return token() == JsonToken.START_ARRAY;
    }

    /** The name of the next member, on whose value it then stands; null at the end of the object. */
    @Nullable String nextMember() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Whether there is a next element, on which it then stands. */
    boolean nextElement() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** A text as it is, a number as it is written, else nothing. */
    String text(String field) {
        if (isString() || isNumber()) {
            return parser.getString();
        }
        unusable(field);
        return "";
    }

    /** A whole number, also one that is written as a text or with a fraction; null for everything else. */
    @Nullable Long number(String field) {
        if (isNumber() || isString()) {
            try {
                return (long) Double.parseDouble(parser.getString().strip());
            } catch (NumberFormatException e) {
                if (parser.getString().isBlank()) {
                    return null;
                }
            }
        }
        unusable(field);
        return null;
    }

    /** The value as it stands in the JSON. */
    String raw() {
        int begin = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
        skip();
        parser.finishToken();
        return json.substring(begin, Math.toIntExact(parser.currentLocation().getCharOffset()));
    }

    void skip() {
        parser.skipChildren();
    }

    /** Passes over a known field's value; where it says something, that is remembered. */
    void unusable(String field) {
        JsonToken type = token();
        if (type == JsonToken.VALUE_NULL) {
            return;
        }
        skip();
        remember(field, type);
    }

    /** Remembers a field that cannot be used. */
    void remember(String field, JsonToken type) {
        unusable.add(field + " (" + type(type) + ")");
    }

    private static String type(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "object";
            case START_ARRAY -> "array";
            case VALUE_STRING -> "string";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            default -> token.name().toLowerCase(Locale.ROOT);
        };
    }
}
