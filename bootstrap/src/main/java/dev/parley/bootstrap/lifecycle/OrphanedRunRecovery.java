package dev.parley.bootstrap.lifecycle;

import dev.parley.application.run.RunLeases;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Ends the runs that an earlier start of this node has left, once no other server can have its name. */
final class OrphanedRunRecovery implements SmartLifecycle {

    /** Whoever has the port has the name. */
    private static final int BEHIND_THE_WEB_SERVER = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;

    private static final int BEFORE_REQUESTS = 0;

    private final RunLeases leases;
    private final boolean isAlone;
    private volatile boolean done;

    /**
     * Makes it.
     *
     * @param isAlone whether no other node can use the database
     */
    OrphanedRunRecovery(RunLeases leases, boolean isAlone) {
        this.leases = leases;
        this.isAlone = isAlone;
    }

    @Override
    public void start() {
        leases.takeOverLeftOver();
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
        return isAlone ? BEFORE_REQUESTS : BEHIND_THE_WEB_SERVER;
    }
}
