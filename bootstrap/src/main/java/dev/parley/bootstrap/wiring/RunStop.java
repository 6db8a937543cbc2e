package dev.parley.bootstrap.wiring;

import dev.parley.application.run.RunEngine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Ends the runs when the server is to stop, before the web server waits for the streams that show them. */
final class RunStop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RunStop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RunEngine engine;
    private volatile boolean running;

    RunStop(RunEngine engine) {
        this.engine = engine;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            engine.stop(PATIENCE);
        } catch (InterruptedException e) {
            log.warn("Interrupted while runs were ending; their leases will end them");
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest phase is stopped first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
