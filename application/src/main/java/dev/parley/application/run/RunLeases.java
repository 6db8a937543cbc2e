package dev.parley.application.run;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.run.RunRepository;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this node's runs its own, and frees threads whose node is gone. */
public final class RunLeases {

    private static final Logger log = LoggerFactory.getLogger(RunLeases.class);

    /** How long a run stays its node's without a heartbeat. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** How often {@link #renew} wants to be called. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final UnitOfWork unitOfWork;
    private final RunRepository runs;
    private final RunEngine engine;
    private final InstantSource clock;

    /** Makes the use case for the runs of one engine. */
    public RunLeases(UnitOfWork unitOfWork, RunRepository runs, RunEngine engine, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.runs = runs;
        this.engine = engine;
        this.clock = clock;
    }

    /** Renews this node's leases and interrupts runs whose lease has ended. */
    public void renew() {
        int interrupted = unitOfWork.execute(() -> {
            runs.renewLeases(engine.running(), LEASE);
            return runs.interruptExpired(clock.instant());
        });
        report(interrupted);
    }

    /** Interrupts all runs that an earlier start of this server left; only for a database that no other node uses. */
    public void interruptLeftOver() {
        report(unitOfWork.execute(() -> runs.interruptAll(clock.instant())));
    }

    private static void report(int interrupted) {
        if (interrupted > 0) {
            log.warn("{} runs whose node is gone were marked interrupted", interrupted);
        }
    }
}
