package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The session has no thread with this id. */
public final class ThreadNotFound extends Failure {

    /** Refuses. */
    public ThreadNotFound() {
        super(
                FailureKind.NOT_FOUND,
                "THREAD_NOT_FOUND",
                LocalizedText.of("This session has no thread with this id; a thread has the id of its session."));
    }
}
