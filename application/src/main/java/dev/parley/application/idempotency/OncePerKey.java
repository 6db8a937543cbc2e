package dev.parley.application.idempotency;

import dev.parley.application.account.StorageQuota;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.IdempotencyRepository;
import dev.parley.domain.idempotency.KeyedOutcome;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work with a key. What it refuses is not remembered, as the unit takes it back: it may be tried again.
 *
 * @param snapshot how what was made is remembered
 */
record OncePerKey<T>(
        IdempotencyRepository outcomes,
        InstantSource clock,
        StorageQuota quota,
        Claim claim,
        Function<T, String> snapshot)
        implements Idempotency<T> {

    @Override
    public Outcome<T> perform(Supplier<T> work) {
        Optional<KeyedOutcome> earlier = outcomes.take(claim);
        return earlier.isPresent()
                ? new Outcome.Repeated<>(earlier.get().snapshotFor(claim))
                : new Outcome.Made<>(doAndRemember(work));
    }

    @Override
    public <S> Idempotency<S> from(Function<S, T> remembered) {
        return new OncePerKey<>(outcomes, clock, quota, claim, snapshot.compose(remembered));
    }

    private T doAndRemember(Supplier<T> work) {
        T made = work.get();
        outcomes.add(new KeyedOutcome(claim, snapshot.apply(made), clock.instant()));
        quota.check(claim.account());
        return made;
    }
}
