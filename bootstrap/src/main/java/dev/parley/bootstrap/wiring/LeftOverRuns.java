package dev.parley.bootstrap.wiring;

import dev.parley.application.run.RunLeases;
import org.springframework.context.SmartLifecycle;

/** Frees the threads whose runs an earlier start left behind, before the web server takes the first request. */
final class LeftOverRuns implements SmartLifecycle {

    private final RunLeases leases;
    private volatile boolean done;

    LeftOverRuns(RunLeases leases) {
        this.leases = leases;
    }

    @Override
    public void start() {
        leases.interruptLeftOver();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
