package dev.parley.web.error;

import dev.parley.domain.shared.TextTemplate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of JSON (RFC 8259, section 3), as people call them. */
enum JsonType implements TextTemplate {
    JSON_STRING("a string"),
    JSON_BOOLEAN("true or false"),
    JSON_WHOLE_NUMBER("a whole number"),
    JSON_NUMBER("a number"),
    JSON_FRACTION("a number with a fraction"),
    JSON_ARRAY("an array"),
    JSON_OBJECT("an object"),
    JSON_NULL("null");

    private static final Pattern FOUND = Pattern.compile("(?:from|coerce) (?:[a-z]+ )*([A-Z]\\w+)");
    private static final Map<String, JsonType> FOUND_AS = Map.of(
            "String", JSON_STRING,
            "Boolean", JSON_BOOLEAN,
            "Integer", JSON_NUMBER,
            "Number", JSON_NUMBER,
            "Floating", JSON_FRACTION,
            "Array", JSON_ARRAY,
            "Object", JSON_OBJECT,
            "Null", JSON_NULL);
    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class);
    private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);

    private final String english;

    JsonType(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    /** What a field of a Java type is written as; empty where that is not one type. */
    static Optional<JsonType> of(@Nullable Class<?> type) {
        if (type == null) {
            return Optional.empty();
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return Optional.of(JSON_STRING);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Optional.of(JSON_ARRAY);
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return Optional.of(JSON_OBJECT);
        }
        return ofPrimitive(type);
    }

    /**
     * What came instead. Jackson's parser is closed by then, and only the message of its exception has it; empty where it does
     * not.
     */
    static Optional<JsonType> found(@Nullable String message) {
        Matcher found = FOUND.matcher(message == null ? "" : message);
        return found.find() ? Optional.ofNullable(FOUND_AS.get(found.group(1))) : Optional.empty();
    }

    private static Optional<JsonType> ofPrimitive(Class<?> type) {
        if (BOOLEANS.contains(type)) {
            return Optional.of(JSON_BOOLEAN);
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return Optional.of(JSON_WHOLE_NUMBER);
        }
        return NUMBERS.contains(type) ? Optional.of(JSON_NUMBER) : Optional.empty();
    }
}
