package dev.parley.application.testing;

import dev.parley.application.shared.FailureJournal;
import dev.parley.application.shared.StepFailed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what failed. */
public final class RecordingJournal implements FailureJournal {

    private final List<StepFailed> failures = new CopyOnWriteArrayList<>();

    @Override
    public void record(StepFailed failure) {
        failures.add(failure);
    }

    /** What was recorded, oldest first. */
    public List<StepFailed> failures() {
        return List.copyOf(failures);
    }
}
