package dev.parley.domain.task;

/** How urgent a task is, from the least to the most. */
public enum Priority {
    /** It can wait. */
    LOW,
    /** What a task has that says nothing else. */
    MEDIUM,
    /** It cannot wait. */
    HIGH;

    /**
     * Reads a priority.
     *
     * @throws dev.parley.domain.shared.InvalidRequest if the text is none of {@code low}, {@code medium} and {@code high}
     */
    public static Priority of(String text) {
        return EnumParser.of("priority", text, values());
    }

    /** The word that clients know it by. */
    public String word() {
        return EnumParser.word(this);
    }
}
