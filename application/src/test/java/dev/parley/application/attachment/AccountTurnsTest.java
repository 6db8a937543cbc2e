package dev.parley.application.attachment;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.account.AccountId;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AccountTurnsTest {

    private static final Set<Thread.State> IS_WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final AccountTurns turns = new AccountTurns(3);
    private final AccountId anna = new AccountId(UUID.randomUUID());
    private final AccountId ben = new AccountId(UUID.randomUUID());

    @Test
    void theWorkOfAnAccountIsDoneOneAfterTheOther() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean secondHasBegun = new AtomicBoolean();
        FutureTask<Boolean> first = new FutureTask<>(() -> turns.take(anna, () -> {
            working.countDown();
            return awaited(release);
        }));
        FutureTask<Boolean> second = new FutureTask<>(() -> turns.take(anna, () -> {
            secondHasBegun.set(true);
            return awaited(release);
        }));
        Thread.ofVirtual().start(first);
        working.await();
        Thread waiting = Thread.ofVirtual().start(second);

        await().until(() -> IS_WAITING.contains(waiting.getState()));
        assertThat(secondHasBegun).isFalse();

        release.countDown();
        assertThat(first.get()).isTrue();
        assertThat(second.get()).isTrue();
        assertThat(turns.accounts()).isZero();
    }

    @Test
    void whoAsksForTooMuchIsRefusedAndNobodyElse() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AccountTurns one = new AccountTurns(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = callers.submit(() -> one.take(anna, () -> {
                working.countDown();
                return awaited(release);
            }));
            working.await();

            assertThatThrownBy(() -> one.take(anna, () -> 1)).is(failure(SystemError.SERVICE_UNAVAILABLE));
            assertThat(one.take(ben, () -> 1)).isEqualTo(1);

            release.countDown();
            assertThat(first.get()).isTrue();
        }
        assertThat(one.take(anna, () -> 1)).isEqualTo(1);
    }

    @Test
    void workThatFailsEndsItsTurn() throws IOException {
        assertThatThrownBy(() -> turns.take(anna, () -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class);

        assertThat(turns.take(anna, () -> 1)).isEqualTo(1);
        assertThat(turns.accounts()).isZero();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
