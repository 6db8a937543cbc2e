package dev.parley.assistant.offline;

/** A tool did not do what it was called for. */
final class ToolCallException extends RuntimeException {

    private final String reason;

    ToolCallException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why, for the user. */
    String reason() {
        return reason;
    }
}
