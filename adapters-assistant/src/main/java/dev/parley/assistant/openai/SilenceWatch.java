package dev.parley.assistant.openai;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request whose answer does not begin in time or pauses for too long. Comments and empty chunks, with which
 * providers keep a connection alive, are silence too; a socket's own time limit would not see it.
 *
 * <p>It cancels the request and never interrupts the thread that reads, so that an interrupt always means that nobody
 * wants the answer any longer.
 */
final class SilenceWatch implements AutoCloseable {

    private static final ScopedValue<SilenceWatch> CURRENT = ScopedValue.newInstance();

    /** Shows each request to the watch that it is sent under. */
    static final Interceptor INTERCEPTOR = chain -> {
        CURRENT.get().watch(chain.call());
        return chain.proceed(chain.request());
    };

    private final ScheduledExecutorService timer;
    private final Duration idleTimeout;
    private volatile Deadline deadline;
    /** Only the reading thread knows it. */
    private boolean begun;

    private @Nullable Call call;
    private Future<?> appointment = CompletableFuture.completedFuture(null);
    private boolean expired;
    private boolean closed;

    /**
     * Begins to watch.
     *
     * @param firstToken when the answer has to begin
     * @param idleTimeout how long it may pause from then on
     */
    SilenceWatch(ScheduledExecutorService timer, Deadline firstToken, Duration idleTimeout) {
        this.timer = timer;
        this.deadline = firstToken;
        this.idleTimeout = idleTimeout;
        look();
    }

    /** Sends a request and reads its answer under this watch. */
    void during(Runnable request) {
        ScopedValue.where(CURRENT, this).run(request);
    }

    /** The answer has begun, or goes on. */
    void heard() {
        deadline = deadline.renewed(idleTimeout);
        if (!begun) {
            begun = true;
            look();
        }
    }

    /** The answer is whole; what may still come behind it has this time. */
    void endWithin(Duration time) {
        deadline = deadline.renewed(time);
        begun = true;
        look();
    }

    synchronized boolean isExpired() {
        return expired;
    }

    @Override
    public synchronized void close() {
        closed = true;
        appointment.cancel(false);
    }

    private synchronized void watch(Call sent) {
        call = sent;
        if (expired) {
            sent.cancel();
        }
    }

    /** Looks again when the deadline of now has come, which costs less than a new appointment for each chunk. */
    private synchronized void look() {
        appointment.cancel(false);
        long left = deadline.left();
        if (closed) {
            return;
        }
        if (left > 0) {
            appointment = timer.schedule(this::look, left, TimeUnit.NANOSECONDS);
            return;
        }
        expired = true;
        if (call != null) {
            call.cancel();
        }
    }
}
