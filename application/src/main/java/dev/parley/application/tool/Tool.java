package dev.parley.application.tool;

/** Something that an assistant can do. A Spring bean of this type joins the built-in ones. */
public interface Tool {

    /** What it is called and takes. */
    ToolDefinition definition();

    /**
     * Does it. Runs on a virtual thread of its own, outside any unit of work, and is interrupted when it takes too long or
     * nobody wants the answer any longer.
     *
     * @param arguments a JSON object that the definition's schema allows
     * @throws RuntimeException if it cannot; the model is told that it failed, and not why
     */
    ToolResult call(String arguments, ToolContext context);
}
