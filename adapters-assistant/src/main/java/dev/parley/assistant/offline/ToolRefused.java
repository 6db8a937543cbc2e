package dev.parley.assistant.offline;

import dev.parley.domain.shared.Words;

/** A tool did not do what it was asked; the message says why, in words for the user. */
final class ToolRefused extends RuntimeException {

    private final transient Words reason;

    ToolRefused(Words reason) {
        super(reason.toString());
        this.reason = reason;
    }

    ToolRefused(Words reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    Words reason() {
        return reason;
    }
}
