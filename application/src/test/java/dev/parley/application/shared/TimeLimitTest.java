package dev.parley.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.Failure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimeLimitTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final TimeLimit limit = new TimeLimit(nanos::get);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Test
    void theResultIsThatOfTheWork() {
        assertThat(limit.await(() -> "done", TimeLimitTest::late)).isEqualTo("done");
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        Failure refusal = new Failure(SystemError.NODE_STOPPING);

        assertThatThrownBy(() -> limit.await(
                        () -> {
                            throw refusal;
                        },
                        TimeLimitTest::late))
                .isSameAs(refusal);
    }

    @Test
    void workThatTakesFiftySecondsIsInterruptedAndFails() throws InterruptedException {
        assertThatThrownBy(() -> limit.await(
                        () -> {
                            advance(Duration.ofSeconds(50));
                            return hang();
                        },
                        TimeLimitTest::late))
                .isInstanceOf(SystemFailure.class);

        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workIsStoppedWithTheThreadThatWaitsForIt() throws InterruptedException {
        Thread waiting = Thread.currentThread();

        assertThatThrownBy(() -> limit.await(
                        () -> {
                            waiting.interrupt();
                            return hang();
                        },
                        TimeLimitTest::late))
                .isInstanceOf(SystemFailure.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    private String hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return "late";
    }

    private static SystemFailure late(Throwable cause) {
        return SystemFailure.unavailable("work", cause);
    }
}
