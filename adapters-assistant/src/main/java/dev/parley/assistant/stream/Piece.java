package dev.parley.assistant.stream;

/**
 * Some text of a model.
 *
 * @param text never empty
 */
record Piece(Kind kind, String text) {

    /** What the text is. */
    enum Kind {
        ANSWER,
        REASONING,
        REFUSAL
    }
}
