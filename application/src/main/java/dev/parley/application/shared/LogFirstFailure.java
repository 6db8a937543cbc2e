package dev.parley.application.shared;

import java.util.function.Consumer;

/**
 * Work that is done again and again: a failure does not end it, and of failures in a row only the first is logged. A fatal
 * error ends the process.
 */
public final class LogFirstFailure implements Runnable {

    private final Runnable work;
    private final Consumer<Throwable> log;
    private volatile boolean failing;

    /**
     * Work whose failures are logged by a caller that cannot report them.
     *
     * @param log called with the first failure of each row
     */
    public LogFirstFailure(Runnable work, Consumer<Throwable> log) {
        this.work = work;
        this.log = log;
    }

    /**
     * Work whose failures are reported.
     *
     * @param name of the step that fails where the work does not name one
     */
    public LogFirstFailure(String name, Runnable work, ErrorReporter errorReporter) {
        this(work, e -> errorReporter.record(e instanceof SystemFailure step ? step : SystemFailure.internal(name, e)));
    }

    @Override
    public void run() {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException | Error e) {
            FatalError.haltOn(e);
            if (!failing) {
                log.accept(e);
            }
            failing = true;
        }
    }
}
