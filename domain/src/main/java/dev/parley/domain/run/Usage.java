package dev.parley.domain.run;

/**
 * What an answer cost.
 *
 * @param model who answered; the last one where several did
 * @param promptTokens tokens read
 * @param completionTokens tokens written, with those of reasoning
 * @param reasoningTokens tokens of reasoning
 * @param firstTokenMillis from the first request to the first text or tool call, in ms
 * @param totalMillis the model's whole time, in ms
 */
public record Usage(
        String model,
        long promptTokens,
        long completionTokens,
        long reasoningTokens,
        long firstTokenMillis,
        long totalMillis) {

    /** Both together, this one first. */
    public Usage plus(Usage next) {
        return new Usage(
                next.model,
                promptTokens + next.promptTokens,
                completionTokens + next.completionTokens,
                reasoningTokens + next.reasoningTokens,
                firstTokenMillis,
                totalMillis + next.totalMillis);
    }
}
