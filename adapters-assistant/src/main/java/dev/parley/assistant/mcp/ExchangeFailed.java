package dev.parley.assistant.mcp;

import org.jspecify.annotations.Nullable;

/** A request got no answer. The cause is for the log alone. */
final class ExchangeFailed extends RuntimeException {

    private final boolean certainlyUnseen;

    private ExchangeFailed(String message, boolean certainlyUnseen, @Nullable Throwable cause) {
        super(message, cause);
        this.certainlyUnseen = certainlyUnseen;
    }

    /** The server cannot have begun with the request. */
    static ExchangeFailed unseen(String message, @Nullable Throwable cause) {
        return new ExchangeFailed(message, true, cause);
    }

    /** The server may have done what was requested. */
    static ExchangeFailed unanswered(String message, @Nullable Throwable cause) {
        return new ExchangeFailed(message, false, cause);
    }

    /** The same failure, for another thread. */
    ExchangeFailed again() {
        return new ExchangeFailed(String.valueOf(getMessage()), certainlyUnseen, this);
    }

    /** What failed and the first reason for it, for the log; further causes tell how libraries are built. */
    String reason() {
        Throwable cause = getCause();
        while (cause instanceof ExchangeFailed) {
            cause = cause.getCause();
        }
        return getMessage() + (cause == null ? "" : ": " + cause);
    }

    /** Whether the same request can be sent again without doing anything twice. */
    boolean isCertainlyUnseen() {
        return certainlyUnseen;
    }
}
