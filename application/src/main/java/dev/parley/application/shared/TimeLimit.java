package dev.parley.application.shared;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Bounds work that a client waits for without a run. What takes longer is interrupted and waited for no more. */
public final class TimeLimit {

    /** Shorter than the minute after which proxies give a silent answer up. */
    private static final Duration LIMIT = Duration.ofSeconds(50);

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final ThreadFactory threads = new RequestThreads("limited-");

    /**
     * Makes it with a clock, which is looked at every second.
     *
     * @param nanoTime what {@link System#nanoTime()} is
     */
    public TimeLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Does the work on a thread of its own, and waits for its result.
     *
     * @param late makes the failure of what takes too long
     * @throws RuntimeException what the work throws
     */
    public <T> T await(Supplier<T> work, Function<Throwable, ? extends RuntimeException> late) {
        FutureTask<T> task = new FutureTask<>(work::get);
        long end = nanoTime.getAsLong() + LIMIT.toNanos();
        threads.newThread(task).start();
        try {
            return await(task, end);
        } catch (TimeoutException e) {
            throw late.apply(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late.apply(e);
        } catch (ExecutionException e) {
            throw thrown(e);
        } finally {
            task.cancel(true);
        }
    }

    private <T> T await(FutureTask<T> task, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            long left = end - nanoTime.getAsLong();
            try {
                return task.get(Math.min(left, CHECK_INTERVAL.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (end - nanoTime.getAsLong() <= 0) {
                    throw e;
                }
            }
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
    }
}
