package dev.parley.bootstrap.lifecycle;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.LogFirstFailure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Does something again and again for as long as the node lives, whatever the database does meanwhile. */
final class PeriodicWork implements SmartLifecycle {

    /** Begins before requests come and ends after them; see {@link GracefulRunShutdown} for the other end. */
    private static final int PHASE = 0;

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private @Nullable ScheduledExecutorService schedule;

    /**
     * Makes it.
     *
     * @param name of the thread, and of the step that fails where the work does not name one
     * @param pause from the end of one time to the begin of the next
     */
    PeriodicWork(String name, Duration pause, Runnable work, ErrorReporter errorReporter) {
        this.name = name;
        this.pause = pause;
        this.work = new LogFirstFailure(name, work, errorReporter);
    }

    @Override
    public synchronized void start() {
        schedule = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        ScheduledFuture<?> unused =
                schedule.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
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
}
