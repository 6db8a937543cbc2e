package dev.parley.application.tool;

import dev.parley.domain.shared.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gives back to the model, and perhaps shows to the user.
 *
 * @param content text, usually JSON
 * @param isError whether it says why the tool did not do what it was asked
 * @param widget the tree of a ChatKit widget that the user sees, an object; null for nothing
 */
public record ToolResult(
        String content, boolean isError, @Nullable Json widget) {

    /** A result that only the model sees. */
    public ToolResult(String content, boolean isError) {
        this(content, isError, null);
    }

    /** The tool did it. */
    public static ToolResult of(String content) {
        return new ToolResult(content, false);
    }

    /** The tool did it, and shows something. */
    public static ToolResult showing(String content, Json widget) {
        return new ToolResult(content, false, widget);
    }

    /** The tool did not do it; the content says why, to the model. */
    public static ToolResult error(String content) {
        return new ToolResult(content, true);
    }
}
