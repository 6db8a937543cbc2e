package dev.parley.application.run;

import dev.parley.application.shared.StepFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The events of one run: appended by the run alone, read by any number of subscribers, each from a place of its own. A slow
 * subscriber slows nobody; what is kept is bounded by the length of an answer.
 */
public final class RunStream {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<RunEvent> events = new ArrayList<>();
    private boolean answering;
    private boolean ended;
    private @Nullable StepFailed failure;

    /** A stream that begins with what the assistant has no part in. */
    RunStream(List<RunEvent> opening) {
        events.addAll(opening);
    }

    void publish(RunEvent event) {
        change(() -> append(event));
    }

    void end() {
        change(() -> ended = true);
    }

    void fail(StepFailed cause, RunEvent.Failed event) {
        change(() -> {
            failure = cause;
            events.add(event);
            ended = true;
        });
    }

    /**
     * The events from a position on, as soon as there is one.
     *
     * @param position how many events the subscriber has seen
     * @param timeout how long to wait for one
     * @return the events; {@link Next#ended} where no more will come, and no events where none came in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Next await(int position, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (events.size() <= position && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            List<RunEvent> unseen = List.copyOf(events.subList(Math.min(position, events.size()), events.size()));
            return new Next(unseen, ended);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the assistant has begun to answer, or the run has ended, or the time is over.
     *
     * @return the failure of a run that ended before its assistant said anything
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Optional<StepFailed> awaitAnswer(Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (!answering && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return answering ? Optional.empty() : Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the run has ended, for tests and for a stopping server. */
    boolean awaitEnd(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        lock.lockInterruptibly();
        try {
            long nanos = timeout.toNanos();
            while (!ended && nanos > 0) {
                changed.await(nanos, TimeUnit.NANOSECONDS);
                nanos = deadline - System.nanoTime();
            }
            return ended;
        } finally {
            lock.unlock();
        }
    }

    private void append(RunEvent event) {
        answering |= event instanceof RunEvent.MessageAdded || event instanceof RunEvent.Progress;
        events.add(event);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What a subscriber has not seen yet.
     *
     * @param ended whether these are the last
     */
    public record Next(List<RunEvent> events, boolean ended) {}
}
