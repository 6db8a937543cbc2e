package dev.parley.domain.idempotency;

import dev.parley.domain.shared.Failure;
import java.time.Instant;

/**
 * What came of a request that carried a key.
 *
 * @param snapshot what was made, as it was then, in the words of whoever answers
 */
public record KeyedOutcome(Claim claim, String snapshot, Instant at) {

    /**
     * The snapshot, for a request that claims to be the same.
     *
     * @throws Failure IDEMPOTENCY_KEY_REUSED if it is another
     */
    public String snapshotFor(Claim repeat) {
        if (!claim.equals(repeat)) {
            throw new Failure(IdempotencyError.IDEMPOTENCY_KEY_REUSED);
        }
        return snapshot;
    }
}
