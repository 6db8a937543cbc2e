package dev.parley.application.model;

import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.run.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Takes one scripted turn after the other, and remembers what it was asked. */
final class ScriptedModel implements ChatModel {

    private final Queue<Scripted> turns = new ArrayDeque<>();
    private final List<Prompt> prompts = new ArrayList<>();

    /** In its next turn it says this and calls these. */
    ScriptedModel then(String text, RequestedCall... calls) {
        turns.add(new Scripted(text, List.of(calls)));
        return this;
    }

    @Override
    public ModelTurn answer(Prompt prompt, Speech speech) {
        prompts.add(prompt);
        Scripted turn = turns.remove();
        if (!turn.text().isEmpty()) {
            speech.text(turn.text());
        }
        return new ModelTurn(turn.calls(), new Usage("scripted", 10, 1, 0, 5, 9));
    }

    List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    private record Scripted(String text, List<RequestedCall> calls) {}
}
