package dev.parley.assistant.offline;

import dev.parley.domain.shared.LocalizedText;

/** A tool did not do what it was asked; the message says why, in words for the user. */
final class ToolRefused extends RuntimeException {

    private final transient LocalizedText reason;

    ToolRefused(LocalizedText reason) {
        super(reason.toString());
        this.reason = reason;
    }

    ToolRefused(LocalizedText reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    LocalizedText reason() {
        return reason;
    }
}
