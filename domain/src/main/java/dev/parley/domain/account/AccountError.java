package dev.parley.domain.account;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.FailureKind.CONFLICT;
import static dev.parley.domain.shared.FailureKind.INVALID;
import static dev.parley.domain.shared.FailureKind.LIMIT;
import static dev.parley.domain.shared.FailureKind.UNAUTHENTICATED;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with accounts and what they may store. */
public enum AccountError implements ErrorCode {
    ACCOUNT_FIELD_MISSING(error(INVALID, "{0} is missing").withCode("VALIDATION_ERROR")),
    INVALID_EMAIL(error(INVALID, "email must be an address like name@example.org of at most 254 characters")
            .withCode("VALIDATION_ERROR")),
    PASSWORD_TOO_SHORT(
            error(INVALID, "password must have at least {0} characters").withCode("VALIDATION_ERROR")),
    PASSWORD_TOO_LONG(
            error(INVALID, "password must have at most {0} characters").withCode("VALIDATION_ERROR")),
    PASSWORD_OF_KNOWN_PARTS(error(
                    INVALID,
                    "password must not hold your email address, nor be mostly parts of it, the word parley or white space")
            .withCode("VALIDATION_ERROR")),
    PASSWORD_TOO_COMMON(
            error(INVALID, "password is too common, with or without digits at its ends; it would be guessed first")
                    .withCode("VALIDATION_ERROR")),
    PASSWORD_OF_A_PATTERN(error(INVALID, "password must not be mostly one character, a sequence or a repetition")
            .withCode("VALIDATION_ERROR")),
    INVALID_CREDENTIALS(error(UNAUTHENTICATED, "Email or password is wrong.")),
    DUPLICATE_EMAIL(error(CONFLICT, "An account with this email already exists. Log in instead.")),
    STORAGE_QUOTA(error(LIMIT, "Your sessions may have at most {0} bytes together. Delete sessions to make room.")
            .shownInStream());

    private final ErrorDefinition definition;

    AccountError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
