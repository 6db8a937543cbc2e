package dev.parley.bootstrap.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.testing.RecordingErrorReporter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PeriodicWorkTest {

    private final RecordingErrorReporter errorReporter = new RecordingErrorReporter();

    @Test
    void itIsDoneAgainAndAgainUntilItIsStopped() {
        CountDownLatch threeTimes = new CountDownLatch(3);
        PeriodicWork periodic =
                new PeriodicWork("bucket.prune", Duration.ofMillis(1), threeTimes::countDown, errorReporter);

        periodic.start();
        await().until(() -> threeTimes.getCount() == 0);
        periodic.stop();

        assertThat(periodic.isRunning()).isFalse();
    }
}
