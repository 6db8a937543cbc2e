package dev.parley.application.tool;

import dev.parley.domain.shared.LocalizedText;
import java.util.regex.Pattern;

/**
 * What a model is told of a tool.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64
 * @param description what it does, for the model
 * @param schema the JSON schema of its arguments, an object; of draft 2020-12 unless its {@code $schema} names another
 * @param activity what the user reads while it runs, such as {@code Adding a task…}
 */
public record ToolDefinition(String name, String description, String schema, LocalizedText activity) {

    /** The most characters of a name. */
    public static final int MAXIMUM_NAME = 64;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1," + MAXIMUM_NAME + "}");

    /** A tool whose activity is told in the words given, to users of every language. */
    public ToolDefinition(String name, String description, String schema, String activity) {
        this(name, description, schema, LocalizedText.verbatim(activity));
    }

    /** Whether models take a text for the name of a tool. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
