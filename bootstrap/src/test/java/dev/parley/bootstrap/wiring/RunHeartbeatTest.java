package dev.parley.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.StepFailed;
import dev.parley.application.testing.RecordingJournal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunHeartbeatTest {

    private final RecordingJournal journal = new RecordingJournal();
    private final Deque<Boolean> failing = new ArrayDeque<>();

    @Test
    void beatsThatFailInARowAreWrittenDownOnce() {
        beat(true, true, true);

        assertThat(journal.failures()).hasSize(1);
    }

    @Test
    void aFailureAfterASuccessIsWrittenDownAgain() {
        beat(true, false, true);

        assertThat(journal.failures()).hasSize(2);
    }

    private void beat(Boolean... fails) {
        failing.addAll(List.of(fails));
        RunHeartbeat heartbeat = new RunHeartbeat(this::renew, journal);
        while (!failing.isEmpty()) {
            heartbeat.beat();
        }
    }

    private void renew() {
        if (failing.remove()) {
            throw StepFailed.unavailable("run.lease", new IllegalStateException("away"));
        }
    }
}
