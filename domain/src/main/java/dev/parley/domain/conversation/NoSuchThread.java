package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** No thread of anybody has this id. */
public final class NoSuchThread extends Failure {

    /** Refuses. */
    public NoSuchThread() {
        super(FailureKind.NOT_FOUND, "THREAD_NOT_FOUND", LocalizedText.of("There is no thread with this id."));
    }
}
