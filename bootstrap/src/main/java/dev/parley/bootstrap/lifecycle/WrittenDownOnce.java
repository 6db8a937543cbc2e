package dev.parley.bootstrap.lifecycle;

import dev.parley.application.shared.FailureJournal;
import dev.parley.application.shared.StepFailed;

/** Work that is done again and again, and of whose failures in a row only the first is written down. */
final class WrittenDownOnce implements Runnable {

    private final String name;
    private final Runnable work;
    private final FailureJournal journal;
    private volatile boolean failing;

    /**
     * Makes it.
     *
     * @param name of the step that fails where the work does not name one
     */
    WrittenDownOnce(String name, Runnable work, FailureJournal journal) {
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
                journal.record(e instanceof StepFailed step ? step : StepFailed.internal(name, e));
            }
            failing = true;
        }
    }
}
