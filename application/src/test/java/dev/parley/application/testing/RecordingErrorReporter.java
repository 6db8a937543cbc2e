package dev.parley.application.testing;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.SystemFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what failed. */
public final class RecordingErrorReporter implements ErrorReporter {

    private final List<SystemFailure> failures = new CopyOnWriteArrayList<>();

    @Override
    public void record(SystemFailure failure) {
        failures.add(failure);
    }

    /** What was recorded, oldest first. */
    public List<SystemFailure> failures() {
        return List.copyOf(failures);
    }
}
