package dev.parley.domain.signin;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The caller's account is kept by somebody else. */
public final class NoPassword extends Failure {

    /** Refuses. */
    public NoPassword() {
        super(
                FailureKind.CONFLICT,
                "NO_PASSWORD",
                LocalizedText.of("Your account has no password here; whoever issues your tokens keeps it."));
    }
}
