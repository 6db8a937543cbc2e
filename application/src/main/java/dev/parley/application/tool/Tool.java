package dev.parley.application.tool;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that an assistant can do. A Spring bean of this type joins the built-in ones, and takes the place of one that
 * has its name. Nothing that it does ends an answer.
 */
public interface Tool {

    /** What it is called and takes. A bean is asked once, at the start, which fails where models could not use the answer. */
    ToolDefinition definition();

    /** How long a call may take; empty for as long as the setting {@code parley.tools.timeout} says. */
    default Optional<Duration> timeout() {
        return Optional.empty();
    }

    /**
     * Does it, for several users at the same time. Runs on a virtual thread of its own, outside any unit of work, and is interrupted when it takes too long or
     * nobody wants the answer any longer.
     *
     * @param arguments a JSON object that the definition's schema allows
     * @throws RuntimeException if it cannot; the model is told that it failed, and not why
     */
    ToolResult call(String arguments, ToolContext context);
}
