package dev.parley.domain.idempotency;

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
     * @throws IdempotencyKeyReused if it is another
     */
    public String snapshotFor(Claim repeat) {
        if (!claim.equals(repeat)) {
            throw new IdempotencyKeyReused();
        }
        return snapshot;
    }
}
