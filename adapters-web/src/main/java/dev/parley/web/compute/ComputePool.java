package dev.parley.web.compute;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.shared.Failure;
import dev.parley.web.connection.ClientConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs CPU-bound work on a few platform threads, with a bounded queue in front of them. A virtual thread that computes keeps
 * its carrier until it is done, and there are only as many carriers as cores; one that waits for this pool gives it back.
 */
public final class ComputePool implements AutoCloseable {

    private static final int QUEUED_PER_THREAD = 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final long KEEP_ALIVE_SECONDS = 60;

    private final ThreadPoolExecutor threads;
    private final Duration timeout;
    private final Supplier<ClientConnection> clients;

    /**
     * Makes a pool.
     *
     * @param maximumThreads how many tasks run at a time, at least 1
     * @param maximumQueued how many more may wait, at least 1
     * @param timeout how long one waits to be started, at most
     * @param clients the client for whom the calling thread works
     */
    ComputePool(
            String name, int maximumThreads, int maximumQueued, Duration timeout, Supplier<ClientConnection> clients) {
        this.threads = new ThreadPoolExecutor(
                maximumThreads,
                maximumThreads,
                KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(maximumQueued),
                Thread.ofPlatform().name(name + "-", 1).daemon().factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.timeout = timeout;
        this.clients = clients;
    }

    /** A pool that leaves one core to all other work, where there is more than one. */
    public static ComputePool of(String name) {
        return of(name, Integer.MAX_VALUE);
    }

    /** As {@link #of(String)}, with fewer threads where the maximum is lower. */
    public static ComputePool of(String name, int maximumThreads) {
        int cores = Runtime.getRuntime().availableProcessors();
        int threads = Math.max(1, Math.min(cores - 1, maximumThreads));
        return new ComputePool(name, threads, QUEUED_PER_THREAD * threads, TIMEOUT, ClientConnection::ofCurrentRequest);
    }

    /** How many tasks may run and wait together. */
    public int capacity() {
        return threads.getMaximumPoolSize()
                + threads.getQueue().size()
                + threads.getQueue().remainingCapacity();
    }

    /** Whether the next task would be refused. */
    boolean isFull() {
        return threads.getQueue().remainingCapacity() == 0;
    }

    /**
     * Runs a task and waits for its end. A task is dropped if it has not been started when its caller is interrupted, or the
     * client of the request that its caller handles is gone; one that has been started is interrupted.
     *
     * @return what the task returns
     * @throws Failure SERVICE_UNAVAILABLE if the queue is full, the task is not started in time, or it is dropped
     */
    public <T> T call(Supplier<T> task) {
        FutureTask<T> job = new FutureTask<>(task::get);
        try {
            threads.execute(job);
        } catch (RejectedExecutionException e) {
            throw new Failure(SystemError.SERVICE_UNAVAILABLE);
        }
        return result(job);
    }

    /** Interrupts what runs and drops what waits. */
    @Override
    public void close() {
        threads.shutdownNow().forEach(job -> ((FutureTask<?>) job).cancel(true));
    }

    private <T> T result(FutureTask<T> job) {
        try {
            return awaited(job);
        } catch (InterruptedException e) {
            drop(job);
            Thread.currentThread().interrupt();
            throw new Failure(SystemError.SERVICE_UNAVAILABLE);
        } catch (CancellationException e) {
            throw new Failure(SystemError.SERVICE_UNAVAILABLE);
        } catch (ExecutionException e) {
            throw unchecked(Objects.requireNonNull(e.getCause()));
        }
    }

    private <T> T awaited(FutureTask<T> job) throws InterruptedException, ExecutionException {
        ClientConnection client = clients.get();
        long began = System.nanoTime();
        while (true) {
            try {
                return job.get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                boolean isLate = System.nanoTime() - began > timeout.toNanos();
                if (isGone(client)) {
                    drop(job);
                } else if (isLate && threads.remove(job)) {
                    throw new Failure(SystemError.SERVICE_UNAVAILABLE);
                }
            }
        }
    }

    private void drop(FutureTask<?> job) {
        threads.remove(job);
        job.cancel(true);
    }

    private static boolean isGone(ClientConnection client) {
        try {
            client.checkPresent();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
