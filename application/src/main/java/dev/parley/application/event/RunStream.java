package dev.parley.application.event;

import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of one run as this node has them: what its assistant says here, or what is read from the log of another
 * node's. Any number of readers wait for them, each at a place of its own; who falls behind what is kept reads the log. All
 * that is not logged is kept, so that a slow or absent database loses nothing.
 */
public final class RunStream {

    /** The most events that may wait for the log. */
    public static final int MAXIMUM_UNLOGGED = 32 * 1024;

    private final RunId run;
    private final ReentrantLock logging = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final EventWindow window;
    private boolean answering;
    private State state = State.OPEN;
    private @Nullable SystemFailure failure;

    private enum State {
        OPEN,
        ENDED,
        LOST
    }

    private RunStream(RunId run, long position) {
        this.run = run;
        this.window = new EventWindow(position);
    }

    /**
     * The stream of a run that begins here, whose first events are logged.
     *
     * @param position the sequence of the last event before the opening; 0 for none
     */
    public static RunStream begun(RunId run, long position, List<RunEvent> opening) {
        RunStream stream = new RunStream(run, position);
        stream.publishLogged(opening);
        stream.answering = false;
        return stream;
    }

    /** The stream of a run that is read from its log after a position. */
    public static RunStream followed(RunId run, long position) {
        return new RunStream(run, position);
    }

    public RunId run() {
        return run;
    }

    /** Held by whoever writes this run's events to the log. */
    public ReentrantLock logging() {
        return logging;
    }

    /**
     * Tells an event at once; the log follows.
     *
     * @throws SystemFailure if the log is too far behind
     */
    public void publish(RunEvent event) {
        lock.lock();
        try {
            if (window.last() - window.logged() >= MAXIMUM_UNLOGGED) {
                throw SystemFailure.unavailable("run.log", new IllegalStateException("the log is too far behind"));
            }
            append(event);
        } finally {
            lock.unlock();
        }
    }

    /** Tells events that were logged after all others. */
    public void publishLogged(List<RunEvent> events) {
        lock.lock();
        try {
            events.forEach(this::append);
            window.logged(window.last());
        } finally {
            lock.unlock();
        }
    }

    /** What the log does not have yet, and more behind it. */
    public EventWindow.EventBatch unlogged(List<RunEvent> more) {
        lock.lock();
        try {
            return window.unlogged(run, more);
        } finally {
            lock.unlock();
        }
    }

    public boolean hasUnlogged() {
        lock.lock();
        try {
            return window.last() > window.logged();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the log has all events up to a sequence. */
    public void logged(long upTo) {
        lock.lock();
        try {
            window.logged(upTo);
        } finally {
            lock.unlock();
        }
    }

    /** The sequence up to which the log is known to have the events. */
    long loggedUpTo() {
        lock.lock();
        try {
            return window.logged();
        } finally {
            lock.unlock();
        }
    }

    /** The sequence of the newest event. */
    long newest() {
        lock.lock();
        try {
            return window.last();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what was read from the log after {@link #newest()}, perhaps earlier than what it has taken since. */
    public void feed(RunLog.Tail tail) {
        lock.lock();
        try {
            window.feed(tail);
            if (tail.state() == RunLog.State.ENDED || tail.state() == RunLog.State.PRUNED) {
                state = State.ENDED;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void end() {
        change(State.ENDED);
    }

    /** Ends what this node knows of the run; readers have to find it anew. */
    public void lose() {
        change(State.LOST);
    }

    /** Ends the stream with an event that could not be logged. */
    public void fail(SystemFailure cause, RunEvent.Failed event) {
        lock.lock();
        try {
            append(event);
        } finally {
            lock.unlock();
        }
        failed(cause);
    }

    /** Ends the stream because of a failure that its events tell. */
    public void failed(SystemFailure cause) {
        lock.lock();
        try {
            failure = cause;
        } finally {
            lock.unlock();
        }
        end();
    }

    /**
     * The events after a position, as soon as there is one.
     *
     * @param position the sequence of the last event seen
     * @param sawTakeover whether that was an event that is taken over
     * @param timeout how long to wait for one
     * @return no events where none came in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public EventSlice await(long position, boolean sawTakeover, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (window.last() <= window.begin(position, sawTakeover) && state == State.OPEN && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return unread(window.begin(position, sawTakeover));
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
    Optional<SystemFailure> awaitAnswer(Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (!answering && state == State.OPEN && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return answering ? Optional.empty() : Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    private EventSlice unread(long begin) {
        if (!window.reaches(begin)) {
            return new EventSlice(List.of(), EventSlice.Kind.BEHIND);
        }
        List<SequencedEvent> events = window.after(begin);
        return switch (state) {
            case OPEN -> new EventSlice(events, EventSlice.Kind.MORE);
            case ENDED -> new EventSlice(events, EventSlice.Kind.LAST);
            case LOST -> new EventSlice(List.of(), EventSlice.Kind.LOST);
        };
    }

    private void append(RunEvent event) {
        answering |= !(event instanceof RunEvent.Failed);
        window.append(event);
        changed.signalAll();
    }

    private void change(State next) {
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
