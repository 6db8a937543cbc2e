package dev.parley.domain.conversation;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** Only on a widget can somebody act. */
public final class NotAWidget extends Failure {

    /** Refuses. */
    public NotAWidget() {
        super(
                FailureKind.INVALID,
                "NOT_A_WIDGET",
                LocalizedText.of("This item is no widget; only on widgets can you act."));
    }
}
