package dev.parley.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.StepFailed;
import dev.parley.application.testing.RecordingJournal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenDownOnceTest {

    private final RecordingJournal journal = new RecordingJournal();
    private final Deque<Boolean> failing = new ArrayDeque<>();

    @Test
    void failuresInARowAreWrittenDownOnce() {
        work(true, true, true);

        assertThat(journal.failures()).hasSize(1);
    }

    @Test
    void aFailureAfterASuccessIsWrittenDownAgain() {
        work(true, false, true);

        assertThat(journal.failures()).hasSize(2);
    }

    @Test
    void anErrorIsWrittenDownAsWellAndDoesNotEndTheWork() {
        WrittenDownOnce periodic = new WrittenDownOnce(
                "run.lease",
                () -> {
                    throw new StackOverflowError();
                },
                journal);

        periodic.run();

        assertThat(journal.failures()).extracting(StepFailed::step).containsExactly("run.lease");
    }

    private void work(Boolean... fails) {
        failing.addAll(List.of(fails));
        WrittenDownOnce periodic = new WrittenDownOnce("run.lease", this::renew, journal);
        while (!failing.isEmpty()) {
            periodic.run();
        }
    }

    private void renew() {
        if (failing.remove()) {
            throw StepFailed.unavailable("run.lease", new IllegalStateException("away"));
        }
    }
}
