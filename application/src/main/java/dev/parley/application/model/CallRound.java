package dev.parley.application.model;

import dev.parley.application.assistant.Reply;
import dev.parley.application.tool.RequestedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of one turn of a model. The server's tools come first, in the model's order, because the first call that ends
 * the answer leaves nothing after it; calls after that are forgotten, and the model makes them again if it still wants to.
 */
final class CallRound {

    private static final String CUT_OFF =
            "Not done: your turn was cut off before it ended, so the call may not be whole. Make it again, and be brief.";

    private final Reply reply;
    private final HandoffTools handoffTools;
    private final CallBudget budget;
    private final List<RequestedCall> made = new ArrayList<>();
    private final List<Prompt.Message> results = new ArrayList<>();

    CallRound(Reply reply, HandoffTools handoffTools, CallBudget budget) {
        this.reply = reply;
        this.handoffTools = handoffTools;
        this.budget = budget;
    }

    /** Makes the calls; false where one of them has ended the answer. */
    boolean make(List<RequestedCall> calls) {
        calls.stream().filter(call -> !handoffTools.has(call.name())).forEach(this::callServer);
        return calls.stream().filter(call -> handoffTools.has(call.name())).noneMatch(this::endsWith);
    }

    /** Makes none of the calls of a turn that was cut off; the model learns that. */
    void reject(List<RequestedCall> calls) {
        calls.forEach(call -> returned(call, CUT_OFF));
    }

    /** What the model is told of its turn. */
    List<Prompt.Message> told(String said) {
        List<Prompt.Message> told = new ArrayList<>();
        told.add(new Prompt.FromAssistant(said, made));
        told.addAll(results);
        return told;
    }

    private void callServer(RequestedCall call) {
        returned(call, budget.call(call, reply));
    }

    private boolean endsWith(RequestedCall call) {
        Optional<String> problem = handoffTools.begin(call, reply);
        problem.ifPresent(words -> returned(call, words));
        return problem.isEmpty();
    }

    private void returned(RequestedCall call, String result) {
        made.add(call);
        results.add(new Prompt.FromTool(call.callId(), result));
    }
}
