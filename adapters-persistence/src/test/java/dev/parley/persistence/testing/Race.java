package dev.parley.persistence.testing;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Work that begins at the same instant on a virtual thread for each runner. */
public final class Race {

    private final CountDownLatch start;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    private Race(int runners) {
        this.start = new CountDownLatch(runners);
    }

    /** Lets a number of runners do the same; returns what they threw, when all have ended. */
    public static List<Throwable> failuresOf(int runners, Runnable work) {
        return failuresOf(Stream.generate(() -> work).limit(runners).toList());
    }

    /** Lets all of them run; returns what they threw, when all have ended. */
    public static List<Throwable> failuresOf(Collection<Runnable> runners) {
        Race race = new Race(runners.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            runners.forEach(runner -> threads.execute(() -> race.run(runner)));
        }
        return List.copyOf(race.failures);
    }

    private void run(Runnable runner) {
        try {
            start.countDown();
            start.await();
            runner.run();
        } catch (InterruptedException | RuntimeException | Error e) {
            failures.add(e);
        }
    }
}
