package dev.parley.application.shared;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Bounds what a client waits for without a run. What takes longer is interrupted and waited for no more.
 *
 * @param duration how long it may take
 */
public record TimeLimit(Duration duration) {

    /** Shorter than the minute after which proxies give a silent answer up. */
    public static final TimeLimit OF_ANSWER = new TimeLimit(Duration.ofSeconds(50));

    private static final RunThreads THREADS = new RunThreads("limited-");

    /**
     * Waits for a result.
     *
     * @param late makes the failure of what takes too long
     * @throws RuntimeException what the work throws
     */
    public <T> T await(Supplier<T> work, Function<Throwable, ? extends RuntimeException> late) {
        FutureTask<T> task = new FutureTask<>(work::get);
        THREADS.newThread(task).start();
        try {
            return task.get(duration.toNanos(), TimeUnit.NANOSECONDS);
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

    private static RuntimeException thrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
    }
}
