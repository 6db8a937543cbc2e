package dev.parley.application.model;

import dev.parley.application.assistant.Reply;
import dev.parley.application.tool.RequestedCall;

/** How many calls of the server's tools one answer may still make. A model can ask for any number of them in one round. */
final class CallBudget {

    private final int maximum;
    private int made;

    CallBudget(int maximum) {
        this.maximum = maximum;
    }

    /** Makes a call, if it still may be made; either way, what the model is told of it. */
    String call(RequestedCall call, Reply reply) {
        if (made == maximum) {
            return "Not done: one answer may call tools at most " + maximum + " times.";
        }
        made++;
        return reply.callTool(call).content();
    }
}
