package dev.parley.application.idempotency;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.idempotency.IdempotencyRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets keys after a day. */
@UseCase
public final class ForgetKeys {

    private static final Duration MEMORY = Duration.ofHours(24);
    private static final int AT_ONCE = 500;

    private final UnitOfWork unitOfWork;
    private final IdempotencyRepository outcomes;
    private final InstantSource clock;

    public ForgetKeys(UnitOfWork unitOfWork, IdempotencyRepository outcomes, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Forgets all that are old enough. */
    public void forget() {
        Instant before = clock.instant().minus(MEMORY);
        unitOfWork.inPortions(AT_ONCE, maximum -> outcomes.removeOlderThan(before, maximum));
    }
}
