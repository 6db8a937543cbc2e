package dev.parley.domain.idempotency;

import static dev.parley.domain.shared.ErrorDefinition.error;
import static dev.parley.domain.shared.ErrorDefinition.invalid;
import static dev.parley.domain.shared.FailureKind.CONFLICT;
import static dev.parley.domain.shared.FailureKind.UNPROCESSABLE;

import dev.parley.domain.shared.ErrorCode;
import dev.parley.domain.shared.ErrorDefinition;

/** What can be wrong with idempotency keys. */
public enum IdempotencyError implements ErrorCode {
    IDEMPOTENCY_KEY_IN_USE(
            error(CONFLICT, "A request with this idempotency key is being worked on. Send it again in a moment.")),
    IDEMPOTENCY_KEY_REUSED(error(
            UNPROCESSABLE, "This idempotency key was used for another request. Use a new key for a new request.")),
    MUST_HAVE_VISIBLE_ASCII_CHARACTERS(invalid("must have 1 to {0} visible ASCII characters"));

    private final ErrorDefinition definition;

    IdempotencyError(ErrorDefinition definition) {
        this.definition = definition;
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
