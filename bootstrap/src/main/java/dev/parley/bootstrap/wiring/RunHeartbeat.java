package dev.parley.bootstrap.wiring;

import dev.parley.application.run.RunLeases;
import dev.parley.application.shared.FailureJournal;
import dev.parley.application.shared.StepFailed;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Renews the leases of this node's runs for as long as the node lives, whatever the database does meanwhile. */
final class RunHeartbeat implements SmartLifecycle {

    /** Begins before requests come and ends after them; see {@link RunStop} for the other end. */
    private static final int PHASE = 0;

    private final Runnable renewal;
    private final FailureJournal journal;
    private @Nullable ScheduledExecutorService schedule;
    private boolean failing;

    RunHeartbeat(Runnable renewal, FailureJournal journal) {
        this.renewal = renewal;
        this.journal = journal;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a beat throws nothing
    public synchronized void start() {
        long period = RunLeases.HEARTBEAT.toMillis();
        schedule = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("run-heartbeat").factory());
        schedule.scheduleWithFixedDelay(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (schedule != null) {
            schedule.shutdownNow();
            schedule = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return schedule != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** One beat; of beats that fail in a row only the first is written down. */
    void beat() {
        try {
            renewal.run();
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                journal.record(e instanceof StepFailed step ? step : StepFailed.internal("run.lease", e));
            }
            failing = true;
        }
    }
}
