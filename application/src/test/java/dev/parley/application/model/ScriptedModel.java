package dev.parley.application.model;

import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.run.TurnEnd;
import dev.parley.domain.run.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** Takes one scripted turn after the other, and remembers what it was asked. */
final class ScriptedModel implements ChatModel {

    private final Queue<Scripted> turns = new ArrayDeque<>();
    private final List<Prompt> prompts = new ArrayList<>();

    /** In its next turn it says this and calls these. */
    ScriptedModel then(String text, RequestedCall... calls) {
        return then(
                speech -> {
                    if (!text.isEmpty()) {
                        speech.text(text);
                    }
                },
                calls);
    }

    /** In its next turn it speaks and thinks like this, and calls these. */
    ScriptedModel then(Consumer<Speech> talk, RequestedCall... calls) {
        turns.add(new Scripted(talk, List.of(calls), TurnEnd.STOP));
        return this;
    }

    /** Its next turn says this, calls these, and ends like that. */
    ScriptedModel thenEnding(TurnEnd end, String text, RequestedCall... calls) {
        turns.add(new Scripted(speech -> speech.text(text), List.of(calls), end));
        return this;
    }

    @Override
    public ModelTurn answer(Prompt prompt, Speech speech) {
        prompts.add(prompt);
        Scripted turn = turns.remove();
        turn.talk().accept(speech);
        return new ModelTurn(turn.calls(), new Usage("scripted", 10, 1, 0, 5, 9), turn.end());
    }

    List<Prompt> prompts() {
        return List.copyOf(prompts);
    }

    private record Scripted(Consumer<Speech> talk, List<RequestedCall> calls, TurnEnd end) {}
}
