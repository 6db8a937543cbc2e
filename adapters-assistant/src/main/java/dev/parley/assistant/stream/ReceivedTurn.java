package dev.parley.assistant.stream;

import dev.parley.domain.run.TurnEnd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has brought beside text.
 *
 * @param calls in the order in which they began
 * @param others what the provider attached to the message, with the reasoning: a JSON object that only it understands; null
 *     where there is nothing
 * @param unusable the names and types of known fields that could not be used, sorted
 */
public record ReceivedTurn(
        List<ReceivedCall> calls, TurnEnd end, @Nullable String others, List<String> unusable) {

    public ReceivedTurn {
        calls = List.copyOf(calls);
        unusable = List.copyOf(unusable);
    }
}
