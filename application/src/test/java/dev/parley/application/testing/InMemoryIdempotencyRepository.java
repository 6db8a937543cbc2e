package dev.parley.application.testing;

import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.domain.idempotency.IdempotencyRepository;
import dev.parley.domain.idempotency.KeyedOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outcomes in memory, where one unit runs at a time and no key is ever in use. */
public final class InMemoryIdempotencyRepository implements IdempotencyRepository {

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryIdempotencyRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<KeyedOutcome> take(Claim claim) {
        return Optional.ofNullable(ofAccount(claim).get(claim.key()));
    }

    @Override
    public void add(KeyedOutcome outcome) {
        ofAccount(outcome.claim()).put(outcome.claim().key(), outcome);
    }

    @Override
    public int removeOlderThan(Instant time, int maximum) {
        List<KeyedOutcome> old = store.tables().outcomes.values().stream()
                .flatMap(ofKeys -> ofKeys.values().stream())
                .filter(outcome -> outcome.at().isBefore(time))
                .sorted(Comparator.comparing(KeyedOutcome::at))
                .limit(maximum)
                .toList();
        old.forEach(outcome -> ofAccount(outcome.claim()).remove(outcome.claim().key()));
        return old.size();
    }

    private Map<IdempotencyKey, KeyedOutcome> ofAccount(Claim claim) {
        return store.tables().outcomes.computeIfAbsent(claim.account(), account -> new HashMap<>());
    }
}
