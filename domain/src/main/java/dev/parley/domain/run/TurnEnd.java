package dev.parley.domain.run;

/** Why a model's turn ended. */
public enum TurnEnd {
    /** The model had said what it wanted to say, or calls tools. */
    STOP,
    /** There was no room for more tokens. */
    LENGTH,
    /** The provider held back the rest. */
    CONTENT_FILTER,
    /** The model refused to answer. */
    REFUSAL,
    /** The model said and called nothing. */
    EMPTY;

    /** Whether the model, or its provider, did not want the rest; calls are not made then. */
    public boolean isHeldBack() {
        return this == CONTENT_FILTER || this == REFUSAL;
    }
}
