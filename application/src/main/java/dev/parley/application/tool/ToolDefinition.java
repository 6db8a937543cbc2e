package dev.parley.application.tool;

import dev.parley.domain.shared.LocalizedText;

/**
 * What a model is told of a tool.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64
 * @param description what it does, for the model
 * @param schema the JSON schema of its arguments, an object; of draft 2020-12 unless its {@code $schema} names another
 * @param activity what the user reads while it runs, such as {@code Adding a task…}
 */
public record ToolDefinition(String name, String description, String schema, LocalizedText activity) {

    /** A tool whose activity is told in the words given, to users of every language. */
    public ToolDefinition(String name, String description, String schema, String activity) {
        this(name, description, schema, LocalizedText.verbatim(activity));
    }
}
