package dev.parley.domain.signin;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.FailureKind.CONFLICT;
import static dev.parley.domain.shared.FailureKind.FORBIDDEN;
import static dev.parley.domain.shared.FailureKind.NOT_FOUND;
import static dev.parley.domain.shared.FailureKind.UNAUTHENTICATED;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with sign-ins and passwords. */
public enum SignInError implements ErrorCode {
    INVALID_RESET_CODE(
            error(UNAUTHENTICATED, "This code is wrong, used or too old. Ask who operates this server for a new one.")),
    WRONG_PASSWORD(error(FORBIDDEN, "Your old password is wrong.")),
    SIGN_IN_NOT_FOUND(error(NOT_FOUND, "You have no sign-in with this id; it may have ended.")),
    ACCOUNT_NOT_FOUND(error(NOT_FOUND, "There is no account with the email {0}.")),
    NO_LOCAL_ACCOUNTS(error(
                    NOT_FOUND,
                    "This server keeps no accounts of its own; get a token from its issuer. Its operator turns accounts on with PARLEY_AUTH_LOCAL_ACCOUNTS=true.")
            .withCode("NOT_FOUND")),
    NO_PASSWORD(error(CONFLICT, "Your account has no password here; whoever issues your tokens keeps it."));

    private final ErrorDefinition definition;

    SignInError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
