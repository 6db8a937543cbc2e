package dev.parley.domain.signin;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** Whoever changes a password does not know the old one. */
public final class WrongPassword extends Failure {

    /** Refuses. */
    public WrongPassword() {
        super(FailureKind.FORBIDDEN, "WRONG_PASSWORD", LocalizedText.of("Your old password is wrong."));
    }
}
