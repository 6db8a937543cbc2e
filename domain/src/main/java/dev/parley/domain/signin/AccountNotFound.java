package dev.parley.domain.signin;

import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** No local account has this address; told to operators alone. */
public final class AccountNotFound extends Failure {

    /** Refuses. */
    public AccountNotFound(EmailAddress email) {
        super(
                FailureKind.NOT_FOUND,
                "ACCOUNT_NOT_FOUND",
                LocalizedText.of("There is no account with the email {0}.", email));
    }
}
