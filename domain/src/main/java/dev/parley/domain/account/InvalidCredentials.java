package dev.parley.domain.account;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** No account has this address and this password; which of the two is wrong is not told. */
public final class InvalidCredentials extends Failure {

    /** Refuses a login. */
    public InvalidCredentials() {
        super(FailureKind.UNAUTHENTICATED, "INVALID_CREDENTIALS", LocalizedText.of("Email or password is wrong."));
    }
}
