package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The thread is locked or closed and takes no message. */
public final class ThreadNotOpen extends Failure {

    private ThreadNotOpen(String code, LocalizedText words) {
        super(FailureKind.CONFLICT, code, words);
    }

    /**
     * A locked thread.
     *
     * @param reason for the user; null for none
     */
    static ThreadNotOpen locked(@Nullable String reason) {
        return new ThreadNotOpen(
                "THREAD_LOCKED",
                reason == null ? LocalizedText.of("This thread is locked for now.") : LocalizedText.verbatim(reason));
    }

    /**
     * A closed thread.
     *
     * @param reason for the user; null for none
     */
    static ThreadNotOpen closed(@Nullable String reason) {
        return new ThreadNotOpen(
                "THREAD_CLOSED",
                reason == null
                        ? LocalizedText.of("This thread is closed. Please start a new one.")
                        : LocalizedText.verbatim(reason));
    }
}
