package dev.parley.bootstrap.lifecycle;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;

/** Work that is done again and again, and of whose failures in a row only the first is written down. */
final class LogFirstFailure implements Runnable {

    private final String name;
    private final Runnable work;
    private final ErrorReporter journal;
    private volatile boolean failing;

    /**
     * Makes it.
     *
     * @param name of the step that fails where the work does not name one
     */
    LogFirstFailure(String name, Runnable work, ErrorReporter journal) {
        this.name = name;
        this.work = work;
        this.journal = journal;
    }

    @Override
    public void run() {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                journal.record(e instanceof SystemFailure step ? step : SystemFailure.internal(name, e));
            }
            failing = true;
        }
    }
}
