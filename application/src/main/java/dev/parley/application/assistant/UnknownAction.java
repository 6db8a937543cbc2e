package dev.parley.application.assistant;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** Nobody handles actions of this type. */
public final class UnknownAction extends Failure {

    /** Refuses. */
    public UnknownAction() {
        super(FailureKind.INVALID, "UNKNOWN_ACTION", LocalizedText.of("Nothing here handles actions of this type."));
    }
}
