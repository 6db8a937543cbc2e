package dev.parley.benchmarks.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for liveness, and posts as other users, each several times a second, until it is stopped. */
final class Probe {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int MOST_OPEN = 200;
    private static final int NEIGHBOURS = 20;

    private final Target target;
    private final Measured liveness = new Measured();
    private final Measured neighbour = new Measured();
    private final AtomicInteger asked = new AtomicInteger();
    private final Semaphore open = new Semaphore(MOST_OPEN);

    /** Platform threads: virtual ones would wait behind those of the attack, which is not what is measured. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Thread clock;

    Probe(Target target) {
        this.target = target;
        this.clock = Thread.ofPlatform().daemon().start(this::ask);
    }

    Measured liveness() {
        return liveness;
    }

    Measured neighbour() {
        return neighbour;
    }

    /** Whether one request of each kind is answered within the limits now. */
    static boolean isServed(Target target) throws InterruptedException {
        Measured liveness = new Measured();
        Measured neighbour = new Measured();
        liveness.measure(() -> target.get(Target.LIVENESS, "nobody"));
        neighbour.measure(() -> postTask(target, 0));
        return liveness.isWithin(Limits.LIVENESS) && neighbour.isWithin(Limits.NEIGHBOUR);
    }

    void stop() throws InterruptedException {
        clock.interrupt();
        clock.join();
        threads.close();
    }

    private void ask() {
        try {
            while (true) {
                start(liveness, () -> target.get(Target.LIVENESS, "nobody"));
                start(neighbour, () -> postTask(target, asked.incrementAndGet()));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Measured measured, Measured.Exchange exchange) throws InterruptedException {
        open.acquire();
        threads.execute(() -> {
            try {
                measured.measure(exchange);
            } finally {
                open.release();
            }
        });
    }

    private static Target.Answer postTask(Target target, int number) throws IOException {
        return target.post(Target.TASKS, "neighbour-" + number % NEIGHBOURS, "{\"title\": \"water the plants\"}");
    }
}
