package dev.parley.assistant.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one JSON object of a stream says.
 *
 * @param error whether the provider reports an error with it
 * @param tokens null where it counts none
 */
record Chunk(boolean error, @Nullable TokenCounts tokens, List<ChunkChoice> choices) {

    /**
     * A choice's next part.
     *
     * @param index null where it has none
     * @param delta null where it has none
     * @param message the whole message of an answer that is no stream; null where there is none
     * @param finishReason as the provider spells it; empty where the turn goes on
     * @param tokens null where it counts none
     */
    record ChunkChoice(
            @Nullable Long index,
            @Nullable Delta delta,
            @Nullable Delta message,
            String finishReason,
            @Nullable TokenCounts tokens) {}
}
