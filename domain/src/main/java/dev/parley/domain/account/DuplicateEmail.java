package dev.parley.domain.account;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** An account with this e-mail address exists. */
public final class DuplicateEmail extends Failure {

    /** Refuses a registration. */
    public DuplicateEmail() {
        super(
                FailureKind.CONFLICT,
                "DUPLICATE_EMAIL",
                LocalizedText.of("An account with this email already exists. Log in instead."));
    }
}
