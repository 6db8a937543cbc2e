package dev.parley.domain.item;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The questions have been answered already, or skipped. */
public final class NotPending extends Failure {

    /** Refuses. */
    public NotPending() {
        super(
                FailureKind.CONFLICT,
                "NOT_PENDING",
                LocalizedText.of("These questions have been answered already. Reload the thread to see how."));
    }
}
