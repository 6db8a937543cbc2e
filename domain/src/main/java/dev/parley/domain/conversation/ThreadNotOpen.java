package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import org.jspecify.annotations.Nullable;

/** The thread is locked or closed and takes no message. */
public final class ThreadNotOpen extends Failure {

    private ThreadNotOpen(String code, String message) {
        super(FailureKind.CONFLICT, code, message);
    }

    /**
     * A locked thread.
     *
     * @param reason for the user; null for none
     */
    static ThreadNotOpen locked(@Nullable String reason) {
        return new ThreadNotOpen("THREAD_LOCKED", reason == null ? "This thread is locked for now." : reason);
    }

    /**
     * A closed thread.
     *
     * @param reason for the user; null for none
     */
    static ThreadNotOpen closed(@Nullable String reason) {
        return new ThreadNotOpen(
                "THREAD_CLOSED", reason == null ? "This thread is closed. Please start a new one." : reason);
    }
}
