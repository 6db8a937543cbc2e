package dev.parley.domain.task;

/** Which tasks a list holds, by whether they are done. */
public enum TaskStatus {
    /** Whether done or not. */
    ALL,
    /** Those still to do. */
    PENDING,
    /** Those done. */
    COMPLETED;

    /**
     * Reads a status.
     *
     * @throws dev.parley.domain.shared.InvalidRequest if the text is none of {@code all}, {@code pending} and
     *     {@code completed}
     */
    public static TaskStatus of(String text) {
        return EnumParser.of("status", text, values());
    }

    /** The word that clients know it by. */
    public String word() {
        return EnumParser.word(this);
    }
}
