package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Isolated("reads the log of this JVM")
class BoundedProtocolTest {

    @Test
    void aTaskThatFailsIsRunAgainAndItsFailureIsLoggedOnce(CapturedOutput output) throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        Runnable task = BoundedProtocol.repeated("close slow connections", () -> {
            runs.countDown();
            throw new IllegalStateException("a defect");
        });

        try (ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> schedule = executor.scheduleWithFixedDelay(task, 0, 1, TimeUnit.MILLISECONDS);
            assertThat(runs.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(schedule.isDone()).isFalse();
        }

        assertThat(output.getAll())
                .containsOnlyOnce("ERROR")
                .containsOnlyOnce("close slow connections")
                .containsOnlyOnce("IllegalStateException: a defect");
    }
}
