package dev.parley.domain.account;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** An e-mail address or password that cannot make an account. */
public final class InvalidAccount extends Failure {

    /** Refuses with the rule that was broken. */
    public InvalidAccount(LocalizedText rule) {
        super(FailureKind.INVALID, "VALIDATION_ERROR", rule);
    }
}
