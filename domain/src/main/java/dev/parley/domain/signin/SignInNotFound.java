package dev.parley.domain.signin;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The caller has no sign-in with this id. */
public final class SignInNotFound extends Failure {

    /** Refuses. */
    public SignInNotFound() {
        super(
                FailureKind.NOT_FOUND,
                "SIGN_IN_NOT_FOUND",
                LocalizedText.of("You have no sign-in with this id; it may have ended."));
    }
}
