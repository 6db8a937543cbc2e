package dev.parley.assistant.stream;

/** The tokens of a turn: read, written, and those of the written ones that are reasoning. */
public record TokenCounts(long prompt, long completion, long reasoning) {

    /** No tokens, or none that the provider counted. */
    public static final TokenCounts NONE = new TokenCounts(0, 0, 0);

    /** The larger of each: some providers count on, some end with zeros. */
    TokenCounts max(TokenCounts other) {
        return new TokenCounts(
                Math.max(prompt, other.prompt),
                Math.max(completion, other.completion),
                Math.max(reasoning, other.reasoning));
    }
}
