package dev.parley.application.run;

import dev.parley.application.shared.StepFailed;
import dev.parley.domain.run.RunId;
import java.time.Duration;
import java.util.ArrayList;
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
final class RunStream {

    /** Logged events that are kept for readers who are not far behind. */
    private static final int KEPT = 256;

    /** The most events that may wait for the log. */
    static final int MAXIMUM_UNLOGGED = 32 * 1024;

    private final RunId run;
    private final ReentrantLock logging = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<LoggedEvent> window = new ArrayList<>();
    private long dropped;
    private long logged;
    private long takenOverFrom;
    private boolean answering;
    private State state = State.OPEN;
    private @Nullable StepFailed failure;

    private enum State {
        OPEN,
        ENDED,
        LOST
    }

    private RunStream(RunId run, long position) {
        this.run = run;
        this.dropped = position;
        this.logged = position;
    }

    /** The stream of a run that begins here, whose first events are logged. */
    static RunStream begun(RunId run, List<RunEvent> opening) {
        RunStream stream = new RunStream(run, 0);
        stream.publishLogged(opening);
        stream.answering = false;
        return stream;
    }

    /** The stream of a run that is read from its log behind a position. */
    static RunStream followed(RunId run, long position) {
        return new RunStream(run, position);
    }

    RunId run() {
        return run;
    }

    /** Held by whoever writes this run's events to the log. */
    ReentrantLock logging() {
        return logging;
    }

    /**
     * Tells an event at once; the log follows.
     *
     * @throws StepFailed if the log is too far behind
     */
    void publish(RunEvent event) {
        lock.lock();
        try {
            if (last() - logged >= MAXIMUM_UNLOGGED) {
                throw StepFailed.unavailable("run.log", new IllegalStateException("the log is too far behind"));
            }
            append(event);
        } finally {
            lock.unlock();
        }
    }

    /** Tells events that were logged behind all others. */
    void publishLogged(List<RunEvent> events) {
        lock.lock();
        try {
            events.forEach(this::append);
            logged = last();
            trim();
        } finally {
            lock.unlock();
        }
    }

    /** What the log does not have yet, and more behind it. */
    Unlogged unlogged(List<RunEvent> more) {
        lock.lock();
        try {
            List<RunEvent> events = new ArrayList<>();
            window.subList((int) (logged - dropped), window.size()).forEach(event -> events.add(event.event()));
            events.addAll(more);
            return new Unlogged(run, logged + 1, events);
        } finally {
            lock.unlock();
        }
    }

    boolean hasUnlogged() {
        lock.lock();
        try {
            return last() > logged;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the log has all events up to a sequence. */
    void logged(long upTo) {
        lock.lock();
        try {
            logged = Math.max(logged, Math.min(upTo, last()));
            trim();
        } finally {
            lock.unlock();
        }
    }

    /** The sequence up to which the log is known to have the events. */
    long loggedUpTo() {
        lock.lock();
        try {
            return logged;
        } finally {
            lock.unlock();
        }
    }

    /** The sequence of the newest event. */
    long newest() {
        lock.lock();
        try {
            return last();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what was read from the log behind {@link #newest()}, perhaps earlier than what it has taken since. */
    void feed(RunLog.Tail tail) {
        lock.lock();
        try {
            takenOverFrom = Math.max(takenOverFrom, tail.takenOverFrom());
            tail.events().stream()
                    .filter(event -> event.sequence() == last() + 1)
                    .forEach(window::add);
            logged = last();
            trim();
            if (tail.state() == RunLog.State.ENDED || tail.state() == RunLog.State.PRUNED) {
                state = State.ENDED;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        change(State.ENDED);
    }

    /** Ends what this node knows of the run; readers have to find it anew. */
    void lose() {
        change(State.LOST);
    }

    /** Ends the stream with an event that could not be logged. */
    void fail(StepFailed cause, RunEvent.Failed event) {
        lock.lock();
        try {
            append(event);
        } finally {
            lock.unlock();
        }
        failed(cause);
    }

    /** Ends the stream because of a failure that its events tell. */
    void failed(StepFailed cause) {
        lock.lock();
        try {
            failure = cause;
        } finally {
            lock.unlock();
        }
        end();
    }

    /**
     * The events behind a position, as soon as there is one.
     *
     * @param position the sequence of the last event seen
     * @param sawTakeover whether that was an event that is taken over
     * @param timeout how long to wait for one
     * @return no events where none came in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Next await(long position, boolean sawTakeover, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (last() <= begin(position, sawTakeover) && state == State.OPEN && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return next(begin(position, sawTakeover));
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
    Optional<StepFailed> awaitAnswer(Duration timeout) throws InterruptedException {
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

    /** Who has seen events that their node lost goes on with the first that another node has put in their place. */
    private long begin(long position, boolean sawTakeover) {
        return takenOverFrom > 0 && !sawTakeover && position >= takenOverFrom ? takenOverFrom - 1 : position;
    }

    private Next next(long begin) {
        if (begin < dropped) {
            return new Next(List.of(), Next.Kind.BEHIND);
        }
        List<LoggedEvent> events =
                begin >= last() ? List.of() : List.copyOf(window.subList((int) (begin - dropped), window.size()));
        return switch (state) {
            case OPEN -> new Next(events, Next.Kind.MORE);
            case ENDED -> new Next(events, Next.Kind.LAST);
            case LOST -> new Next(List.of(), Next.Kind.LOST);
        };
    }

    private long last() {
        return dropped + window.size();
    }

    private void append(RunEvent event) {
        answering |= !(event instanceof RunEvent.Failed);
        window.add(new LoggedEvent(last() + 1, false, event));
        changed.signalAll();
    }

    private void trim() {
        long surplus = logged - dropped - KEPT;
        if (surplus > KEPT) {
            window.subList(0, (int) surplus).clear();
            dropped += surplus;
        }
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

    /**
     * What a reader has not seen yet.
     *
     * @param events none where the reader has to look elsewhere
     */
    record Next(List<LoggedEvent> events, Kind kind) {

        enum Kind {
            /** More may come. */
            MORE,
            /** These were the last. */
            LAST,
            /** The events that come next are only in the log. */
            BEHIND,
            /** This node does not know the run any longer. */
            LOST
        }
    }

    /**
     * What the log does not have yet.
     *
     * @param first the sequence of the first event
     */
    record Unlogged(RunId run, long first, List<RunEvent> events) {

        boolean isEmpty() {
            return events.isEmpty();
        }

        RunLog.Batch batch() {
            return new RunLog.Batch(run, first, events);
        }

        long last() {
            return first + events.size() - 1;
        }
    }
}
