package dev.parley.domain.idempotency;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** The key was used for another request. */
public final class IdempotencyKeyReused extends Failure {

    /** Refuses the request. */
    public IdempotencyKeyReused() {
        super(
                FailureKind.UNPROCESSABLE,
                "IDEMPOTENCY_KEY_REUSED",
                LocalizedText.of(
                        "This idempotency key was used for another request. Use a new key for a new request."));
    }
}
