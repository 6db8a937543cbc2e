package dev.parley.domain.feedback;

/** What a user thinks of something that the assistant did. */
public enum Rating {
    /** It is good. */
    POSITIVE,
    /** It is not. */
    NEGATIVE
}
