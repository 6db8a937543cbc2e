package dev.parley.assistant.stream;

/** A stream cannot be read any further. The message may hold what the provider sent, and is for the log alone. */
public final class StreamException extends RuntimeException {

    private final Kind kind;

    StreamException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    StreamException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** What can be wrong with a stream. */
    public enum Kind {
        /** The provider reports an error. */
        ERROR,
        /** The stream is no answer, or is too large. */
        UNREADABLE,
        /** The stream ends in the middle of an event. */
        TRUNCATED
    }
}
