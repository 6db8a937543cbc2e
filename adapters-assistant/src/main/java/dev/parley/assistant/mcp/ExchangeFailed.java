package dev.parley.assistant.mcp;

import dev.parley.application.shared.Secrets;
import dev.parley.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/** A request got no answer. The cause is for the log alone. */
final class ExchangeFailed extends RuntimeException {

    private static final int MAXIMUM_REASON = 300;

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

    /** Why a connection failed, on a line without secrets. */
    static String reasonOf(@Nullable RuntimeException failure, Secrets secrets) {
        String reason = failure instanceof ExchangeFailed failed ? failed.reason() : String.valueOf(failure);
        return Text.cut(Text.onOneLine(secrets.hideIn(reason)), MAXIMUM_REASON);
    }

    /** Whether the same request can be sent again without doing anything twice. */
    boolean isCertainlyUnseen() {
        return certainlyUnseen;
    }
}
