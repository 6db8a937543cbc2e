package dev.parley.domain.idempotency;

import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.util.Optional;

/** Keeps what came of keyed requests. Every method needs a unit of work. */
public interface IdempotencyRepository {

    /**
     * Takes the claim's key, so that no other unit can take it until this one ends.
     *
     * @return what came of the key earlier
     * @throws Failure IDEMPOTENCY_KEY_IN_USE if another unit has taken it; nobody waits for it
     */
    Optional<KeyedOutcome> take(Claim claim);

    /** Adds what came of a key that this unit has taken and that had no outcome; its account exists. */
    void add(KeyedOutcome outcome);

    /**
     * Removes outcomes that are older than a time, the oldest first.
     *
     * @param maximum how many at most
     * @return how many it were
     */
    int removeOlderThan(Instant time, int maximum);
}
