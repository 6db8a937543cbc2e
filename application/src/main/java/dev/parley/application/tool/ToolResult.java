package dev.parley.application.tool;

/**
 * What a tool gives back to the model.
 *
 * @param content text, usually JSON
 * @param isError whether it says why the tool did not do what it was asked
 */
public record ToolResult(String content, boolean isError) {

    /** The tool did it. */
    public static ToolResult of(String content) {
        return new ToolResult(content, false);
    }

    /** The tool did not do it. */
    public static ToolResult error(String content) {
        return new ToolResult(content, true);
    }
}
