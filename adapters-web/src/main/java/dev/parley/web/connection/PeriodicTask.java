package dev.parley.web.connection;

import dev.parley.application.shared.FatalError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that is run again and again, of whose failures the first is logged. An executor would give up and log nothing. */
final class PeriodicTask implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(PeriodicTask.class);

    private final String name;
    private final Runnable task;
    private volatile boolean hasFailed;

    PeriodicTask(String name, Runnable task) {
        this.name = name;
        this.task = task;
    }

    @Override
    public void run() {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            FatalError.haltOn(e);
            if (!hasFailed) {
                hasFailed = true;
                log.error("To {} has failed; it is tried again, and further failures are not logged", name, e);
            }
        }
    }
}
