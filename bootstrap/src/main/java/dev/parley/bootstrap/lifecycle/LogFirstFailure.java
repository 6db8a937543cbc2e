package dev.parley.bootstrap.lifecycle;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;

/** Work that is done again and again, and of whose failures in a row only the first is written down. */
final class LogFirstFailure implements Runnable {

    private final String name;
    private final Runnable work;
    private final ErrorReporter errorReporter;
    private volatile boolean failing;

    /**
     * Makes it.
     *
     * @param name of the step that fails where the work does not name one
     */
    LogFirstFailure(String name, Runnable work, ErrorReporter errorReporter) {
        this.name = name;
        this.work = work;
        this.errorReporter = errorReporter;
    }

    @Override
    public void run() {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                errorReporter.record(e instanceof SystemFailure step ? step : SystemFailure.internal(name, e));
            }
            failing = true;
        }
    }
}
