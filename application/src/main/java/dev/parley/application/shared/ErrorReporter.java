package dev.parley.application.shared;

/** Where a failed step is written down: counted under its name and logged once with its stack trace. */
public interface ErrorReporter {

    /** Records a failure; called once for each. */
    void record(SystemFailure failure);
}
