package dev.parley.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.shared.Failure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    @Test
    void theResultIsThatOfTheWork() {
        assertThat(TimeLimit.OF_ANSWER.await(() -> "done", TimeLimitTest::late)).isEqualTo("done");
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        Failure refusal = new Failure(SystemError.NODE_STOPPING);

        assertThatThrownBy(() -> TimeLimit.OF_ANSWER.await(
                        () -> {
                            throw refusal;
                        },
                        TimeLimitTest::late))
                .isSameAs(refusal);
    }

    @Test
    void whatTakesTooLongIsInterruptedAndFails() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> new TimeLimit(Duration.ofMillis(200))
                        .await(() -> hangs(begun, interrupted), TimeLimitTest::late))
                .isInstanceOf(SystemFailure.class);

        assertThat(begun.getCount() == 1 || interrupted.await(30, TimeUnit.SECONDS))
                .isTrue();
    }

    private static SystemFailure late(Throwable cause) {
        return SystemFailure.unavailable("work", cause);
    }

    private static String hangs(CountDownLatch begun, CountDownLatch interrupted) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return "late";
    }
}
