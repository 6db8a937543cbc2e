package dev.parley.application.idempotency;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.IdempotencyRepository;
import java.time.InstantSource;
import java.util.function.Function;

/** Lets use cases do once what is asked for with a key. */
@UseCase
public final class IdempotencyKeys {

    private final IdempotencyRepository outcomes;
    private final InstantSource clock;
    private final StorageQuota quota;

    public IdempotencyKeys(IdempotencyRepository outcomes, InstantSource clock, StorageQuota quota) {
        this.outcomes = outcomes;
        this.clock = clock;
        this.quota = quota;
    }

    /**
     * Work that is done once for a key. Nothing is claimed before a use case performs it.
     *
     * @param snapshot how what was made is remembered; runs inside the unit of work, so it must wait for nothing
     */
    public <T> Idempotency<T> once(Claim claim, Function<T, String> snapshot) {
        return new OncePerKey<>(outcomes, clock, quota, claim, snapshot);
    }
}
