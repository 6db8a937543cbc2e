package dev.parley.application.run;

import dev.parley.application.event.RunLog;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets the events of runs that ended long ago; what they have made stays. */
@UseCase
public final class PruneRunLogs {

    private static final int RUNS_IN_A_UNIT = 100;

    private final UnitOfWork unitOfWork;
    private final RunLog log;
    private final InstantSource clock;
    private final Duration retention;

    public PruneRunLogs(UnitOfWork unitOfWork, RunLog log, InstantSource clock, RunPolicy policy) {
        this.unitOfWork = unitOfWork;
        this.log = log;
        this.clock = clock;
        this.retention = policy.logRetention();
    }

    /** Forgets what is due. */
    public void prune() {
        Instant before = clock.instant().minus(retention);
        unitOfWork.inPortions(RUNS_IN_A_UNIT, maximum -> log.prune(before, maximum));
    }
}
