package dev.parley.assistant.offline;

/** A tool did not do what it was asked; the message says why, in a sentence for the user. */
final class ToolRefused extends RuntimeException {

    ToolRefused(String message) {
        super(message);
    }

    ToolRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
