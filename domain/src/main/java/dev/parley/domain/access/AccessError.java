package dev.parley.domain.access;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.ErrorDefinition.invalid;
import static dev.parley.domain.shared.FailureKind.CONFLICT;
import static dev.parley.domain.shared.FailureKind.NOT_FOUND;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with API keys, client secrets and the tokens that a command makes. */
public enum AccessError implements ErrorCode {
    KEY_NOT_FOUND(error(NOT_FOUND, "There is no key named {0}.")),
    CLIENT_SESSION_NOT_FOUND(
            error(NOT_FOUND, "There is no session with this id.").withCode("SESSION_NOT_FOUND")),
    DUPLICATE_KEY_NAME(
            error(CONFLICT, "There is a key named {0} already. Choose another name, or revoke that key first.")),
    MUST_BE_A_KEY_NAME(
            invalid(
                    "must be 1 to 64 letters (A-Z, a-z), digits, dots, dashes and underscores, and begin with a letter or digit")),
    MUST_BE_A_LIFETIME(invalid("must be from a second to ten years, such as 90d"));

    private final ErrorDefinition definition;

    AccessError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
