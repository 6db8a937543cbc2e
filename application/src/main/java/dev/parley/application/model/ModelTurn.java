package dev.parley.application.model;

import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.run.TurnEnd;
import dev.parley.domain.run.Usage;
import java.util.List;

/**
 * What a model asks for at the end of its turn.
 *
 * @param calls the tools to call, in the model's order; empty where it has answered. Where the end has cut the turn, they are
 *     not to be made
 * @param end {@link TurnEnd#EMPTY} only where there are no calls either
 */
public record ModelTurn(List<RequestedCall> calls, Usage usage, TurnEnd end) {

    public ModelTurn {
        calls = List.copyOf(calls);
    }
}
