package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContainerThreadsTest {

    @Test
    void threadsBeyondAnEstimateAreSeen() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        ThreadGroup underestimated = new Underestimated();
        List<Thread> threads = Stream.generate(() -> new Thread(underestimated, () -> await(end)))
                .limit(100)
                .toList();
        threads.forEach(Thread::start);

        assertThat(ContainerThreads.living(underestimated)).containsExactlyInAnyOrderElementsOf(threads);

        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void aNameThatNoThreadHasIsGone() {
        String own = Thread.currentThread().getName();

        assertThat(ContainerThreads.gone(List.of(own, "nobody's"))).containsExactly("nobody's");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** More threads have been started since they were counted. */
    private static final class Underestimated extends ThreadGroup {

        Underestimated() {
            super("underestimated");
        }

        @Override
        public int activeCount() {
            return 1;
        }
    }
}
