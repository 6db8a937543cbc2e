package dev.parley.web.compute;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.shared.Failure;
import dev.parley.web.connection.ClientConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ComputePoolTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile ClientConnection client = () -> {};

    @AfterEach
    void end() {
        release.countDown();
        callers.shutdownNow();
    }

    @Test
    void tasksRunOnPlatformThreads() throws Exception {
        try (ComputePool pool = pool(1, 1, LONG)) {
            Future<Boolean> isVirtual =
                    callers.submit(() -> pool.call(() -> Thread.currentThread().isVirtual()));

            assertThat(isVirtual.get()).isFalse();
        }
    }

    @Test
    void neverMoreThanTheMaximumRunAndWhoFindsTheQueueFullIsRefusedAlone() throws Exception {
        try (ComputePool pool = pool(2, 3, LONG)) {
            AtomicInteger atATime = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            Callable<Integer> task = () -> pool.call(() -> {
                most.accumulateAndGet(atATime.incrementAndGet(), Math::max);
                hold();
                return atATime.decrementAndGet();
            });
            List<Future<Integer>> started = new ArrayList<>();
            for (int number = 0; number < pool.capacity(); number++) {
                started.add(callers.submit(task));
            }
            await().atMost(LONG).until(() -> pool.isFull() && atATime.get() == 2);

            assertThatThrownBy(() -> pool.call(() -> 1)).is(failure(SystemError.SERVICE_UNAVAILABLE));

            release.countDown();
            await().atMost(LONG).until(() -> free(pool));
            assertThat(most).hasValue(2);
            assertThat(started).hasSize(5);
            assertThat(pool.capacity()).isEqualTo(5);
        }
    }

    @Test
    void whoWaitsTooLongIsRefusedAndItsTaskDropped() throws Exception {
        try (ComputePool pool = pool(1, 1, Duration.ZERO)) {
            occupy(pool);
            AtomicBoolean done = new AtomicBoolean();

            assertThatThrownBy(() -> pool.call(() -> done.getAndSet(true)))
                    .is(failure(SystemError.SERVICE_UNAVAILABLE));

            release.countDown();
            await().atMost(LONG).until(() -> free(pool));
            assertThat(done).isFalse();
        }
    }

    @Test
    void theTaskOfAClientThatIsGoneIsDropped() throws Exception {
        try (ComputePool pool = pool(1, 1, LONG)) {
            occupy(pool);
            AtomicBoolean done = new AtomicBoolean();

            client = () -> {
                throw new IOException("gone");
            };

            assertThatThrownBy(() -> pool.call(() -> done.getAndSet(true)))
                    .is(failure(SystemError.SERVICE_UNAVAILABLE));

            client = () -> {};
            release.countDown();
            await().atMost(LONG).until(() -> free(pool));
            assertThat(done).isFalse();
        }
    }

    @Test
    void anInterruptedCallerInterruptsItsTask() throws Exception {
        try (ComputePool pool = pool(1, 1, LONG)) {
            CountDownLatch interrupted = new CountDownLatch(1);
            Future<?> call = callers.submit(() -> pool.call(() -> {
                running.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
                return true;
            }));
            running.await();

            call.cancel(true);

            interrupted.await();
            assertThat(pool.call(() -> 1)).isEqualTo(1);
        }
    }

    @Test
    void whatATaskThrowsIsThrownToItsCaller() {
        try (ComputePool pool = pool(1, 1, LONG)) {
            assertThatThrownBy(() -> pool.call(() -> {
                        throw new IllegalArgumentException("mine");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> pool.call(() -> {
                        throw new StackOverflowError("mine");
                    }))
                    .isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void closingLeavesNobodyWaiting() throws Exception {
        ComputePool pool = pool(1, 1, LONG);
        Future<?> first = callers.submit(() -> pool.call(this::hold));
        running.await();
        Future<?> second = callers.submit(() -> pool.call(() -> 1));
        await().atMost(LONG).until(() -> pool.isFull());

        pool.close();

        assertThatThrownBy(second::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .is(failure(SystemError.SERVICE_UNAVAILABLE));
        first.get();
        assertThatThrownBy(() -> pool.call(() -> 1)).is(failure(SystemError.SERVICE_UNAVAILABLE));
    }

    private void occupy(ComputePool pool) throws InterruptedException {
        Future<?> occupant = callers.submit(() -> pool.call(this::hold));
        running.await();
        assertThat(occupant.isDone()).isFalse();
    }

    private boolean hold() {
        running.countDown();
        try {
            return release.await(5, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static boolean free(ComputePool pool) {
        try {
            return pool.call(() -> true);
        } catch (Failure e) {
            return false;
        }
    }

    private ComputePool pool(int threads, int queued, Duration timeout) {
        return new ComputePool("test", threads, queued, timeout, () -> client);
    }
}
