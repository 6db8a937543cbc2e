package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.Words;
import org.jspecify.annotations.Nullable;

/** The thread is locked or closed and takes no message. */
public final class ThreadNotOpen extends Failure {

    private ThreadNotOpen(String code, Words words) {
        super(FailureKind.CONFLICT, code, words);
    }

    /**
     * A locked thread.
     *
     * @param reason for the user; null for none
     */
    static ThreadNotOpen locked(@Nullable String reason) {
        return new ThreadNotOpen(
                "THREAD_LOCKED", reason == null ? Words.of("This thread is locked for now.") : Words.verbatim(reason));
    }

    /**
     * A closed thread.
     *
     * @param reason for the user; null for none
     */
    static ThreadNotOpen closed(@Nullable String reason) {
        return new ThreadNotOpen(
                "THREAD_CLOSED",
                reason == null ? Words.of("This thread is closed. Please start a new one.") : Words.verbatim(reason));
    }
}
