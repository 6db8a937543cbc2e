package dev.parley.application.model;

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

    /** Whether the turn may be a part of what the model wanted; its calls are not made then. */
    public boolean isCut() {
        return this == LENGTH || this == CONTENT_FILTER || this == REFUSAL;
    }
}
