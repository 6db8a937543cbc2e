package dev.parley.domain.idempotency;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** A request with the key is being worked on. */
public final class IdempotencyKeyInUse extends Failure {

    /** Refuses the request. */
    public IdempotencyKeyInUse() {
        super(
                FailureKind.CONFLICT,
                "IDEMPOTENCY_KEY_IN_USE",
                LocalizedText.of("A request with this idempotency key is being worked on. Send it again in a moment."));
    }
}
