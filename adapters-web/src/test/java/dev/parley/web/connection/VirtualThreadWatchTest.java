package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VirtualThreadWatchTest {

    private final Deque<Runnable> started = new ArrayDeque<>();
    private final AtomicInteger stuck = new AtomicInteger();
    private final VirtualThreadWatch watch = new VirtualThreadWatch(started::add, 3, stuck::incrementAndGet);

    @Test
    void virtualThreadsThatRunInTimeAreNotStuck() {
        for (int i = 0; i < 5; i++) {
            watch.check();
            watch.check();
            watch.check();
            started.remove().run();
        }

        assertThat(stuck).hasValue(0);
    }

    @Test
    void aVirtualThreadThatHasNotRunAtThreeFurtherChecksIsStuck() {
        watch.check();
        watch.check();
        watch.check();
        assertThat(stuck).hasValue(0);

        watch.check();

        assertThat(stuck).hasValue(1);
        assertThat(started).hasSize(1);
    }

    @Test
    void missesCountInARow() {
        watch.check();
        watch.check();
        watch.check();
        started.remove().run();
        watch.check();
        watch.check();
        watch.check();

        assertThat(stuck).hasValue(0);
    }

    @Test
    void aDumpShowsVirtualThreadsToo() throws IOException, InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread waiting = Thread.ofVirtual().name("waits to be dumped").start(() -> await(running, end));
        running.await();

        Path file = ThreadDump.write();

        assertThat(file).content().contains("waits to be dumped");
        end.countDown();
        waiting.join();
        Files.delete(file);
        Files.delete(file.getParent());
    }

    private static void await(CountDownLatch running, CountDownLatch end) {
        running.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
