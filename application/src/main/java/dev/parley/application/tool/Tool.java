package dev.parley.application.tool;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that an assistant can do. A Spring bean of this type joins the built-in ones, and takes the place of one whose
 * definition has the same name. Nothing that it does ends an answer.
 *
 * <p>There is one object for all users: it is called on several threads at once, and keeps what belongs to a call in local
 * variables.
 */
public interface Tool {

    /** What it is called and takes. A bean is asked once, at the start, which fails where models could not use the answer. */
    ToolDefinition definition();

    /** How long a call may take; empty for as long as the setting {@code parley.tools.timeout} says. */
    default Optional<Duration> timeout() {
        return Optional.empty();
    }

    /**
     * Does it, for several users at the same time, each on a virtual thread of its own and outside any unit of work.
     *
     * <p>The thread is interrupted when the call takes too long, or nobody wants the answer any longer. Blocking calls of
     * the JDK on sockets and channels, locks and sleeps then end with an exception, which may be thrown on; a library that
     * swallows interrupts blocks on, and its result is thrown away. Whoever catches {@link InterruptedException} sets the
     * thread's flag again, or throws.
     *
     * @param arguments a JSON object that the definition's schema allows
     * @return the result, or {@link ToolResult#error} with why there is none: the model reads it, and can call again with
     *     other arguments
     * @throws RuntimeException if it cannot; the model reads that it failed, and not why, since that may be internal
     */
    ToolResult call(String arguments, ToolContext context);
}
