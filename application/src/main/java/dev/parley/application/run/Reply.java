package dev.parley.application.run;

import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.run.Usage;

/** How an assistant speaks. Never waits for storage or for a client. */
public interface Reply {

    /**
     * Says more text.
     *
     * @param delta what comes next; an empty one says nothing
     * @throws RunStopped if nobody wants the answer any longer
     * @throws AnswerTooLong if the answer outgrows what Parley keeps
     */
    void text(String delta);

    /**
     * Tells the user what goes on while nothing is said.
     *
     * @throws RunStopped if nobody wants the answer any longer
     */
    void progress(String text);

    /**
     * Calls a tool. The call is committed before it is made, and its result before it is returned, so that a crash never
     * makes a tool do something twice without anybody knowing; what was said before is complete then.
     *
     * @return the result, or an error to act on; a tool never ends the answer
     * @throws RunStopped if nobody wants the answer any longer
     */
    ToolResult callTool(RequestedCall call);

    /** Adds to what the answer has cost. */
    void usage(Usage usage);
}
