package dev.parley.domain.signin;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** No address has this code now. */
public final class InvalidResetCode extends Failure {

    /** Refuses. */
    public InvalidResetCode() {
        super(
                FailureKind.UNAUTHENTICATED,
                "INVALID_RESET_CODE",
                LocalizedText.of("This code is wrong, used or too old. Ask who operates this server for a new one."));
    }
}
