package dev.parley.bootstrap.lifecycle;

import dev.parley.application.run.RunEngine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets the runs end when the server is to stop, before the web server waits for the streams that show them. */
final class GracefulRunShutdown implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GracefulRunShutdown.class);

    private final RunEngine engine;
    private final Duration timeout;
    private volatile boolean running;

    /**
     * Makes it.
     *
     * @param timeout how long runs may take to end by themselves
     */
    GracefulRunShutdown(RunEngine engine, Duration timeout) {
        this.engine = engine;
        this.timeout = timeout;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            engine.drain(timeout);
        } catch (InterruptedException e) {
            log.warn("Interrupted while runs were ending; other nodes will end them");
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
