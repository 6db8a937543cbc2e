package dev.parley.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.RecordingErrorReporter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttachmentPruningTest {

    private final RecordingErrorReporter errorReporter = new RecordingErrorReporter();

    @Test
    void whatFailsIsWrittenDownAndDoesNotEndThePruning() {
        AtomicInteger calls = new AtomicInteger();
        AttachmentPruning pruning = new AttachmentPruning(
                () -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new AssertionError("a defect");
                    }
                    throw SystemFailure.unavailable("connection", new IllegalStateException("away"));
                },
                errorReporter);

        pruning.prune();
        pruning.prune();

        assertThat(errorReporter.failures())
                .extracting(SystemFailure::step)
                .containsExactly("attachment.prune", "connection");
    }

    @Test
    void itEndsWithTheServer() {
        AttachmentPruning pruning = new AttachmentPruning(() -> {}, errorReporter);

        pruning.start();
        assertThat(pruning.isRunning()).isTrue();

        pruning.stop();
        assertThat(pruning.isRunning()).isFalse();
    }
}
