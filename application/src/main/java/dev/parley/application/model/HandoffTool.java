package dev.parley.application.model;

import dev.parley.application.assistant.Reply;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolDefinition;
import java.util.Optional;

/** A tool whose call ends the model's answer, because its user or their client has to act before the model can go on. */
public interface HandoffTool {

    /** What it is called and takes. */
    ToolDefinition definition();

    /**
     * Lets the user or the client act.
     *
     * @param call its arguments are a JSON object that the definition's schema allows
     * @return empty where the answer ends with the call; else what is wrong with it, in words that a model can act on
     */
    Optional<String> begin(RequestedCall call, Reply reply);
}
