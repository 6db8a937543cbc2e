package dev.parley.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.RecordingErrorReporter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFirstFailureTest {

    private final RecordingErrorReporter errorReporter = new RecordingErrorReporter();
    private final Deque<Boolean> failing = new ArrayDeque<>();

    @Test
    void failuresInARowAreWrittenDownOnce() {
        work(true, true, true);

        assertThat(errorReporter.failures()).hasSize(1);
    }

    @Test
    void aFailureAfterASuccessIsWrittenDownAgain() {
        work(true, false, true);

        assertThat(errorReporter.failures()).hasSize(2);
    }

    @Test
    void anErrorIsWrittenDownAsWellAndDoesNotEndTheWork() {
        LogFirstFailure periodic = new LogFirstFailure(
                "run.lease",
                () -> {
                    throw new StackOverflowError();
                },
                errorReporter);

        periodic.run();

        assertThat(errorReporter.failures()).extracting(SystemFailure::step).containsExactly("run.lease");
    }

    private void work(Boolean... fails) {
        failing.addAll(List.of(fails));
        LogFirstFailure periodic = new LogFirstFailure("run.lease", this::renew, errorReporter);
        while (!failing.isEmpty()) {
            periodic.run();
        }
    }

    private void renew() {
        if (failing.remove()) {
            throw SystemFailure.unavailable("run.lease", new IllegalStateException("away"));
        }
    }
}
