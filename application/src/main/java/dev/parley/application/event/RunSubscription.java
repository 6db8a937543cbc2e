package dev.parley.application.event;

import dev.parley.application.event.RunLog.State;
import dev.parley.application.event.RunLog.Tail;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reader of a run's events, each once and in order, wherever the run is and however slowly they are read. Not for
 * several threads at a time.
 */
public final class RunSubscription implements AutoCloseable {

    private final RunStreams streams;
    private final RunId run;
    private final @Nullable RunStream begunHere;
    private @Nullable RunStream stream;
    private boolean isFollowing;
    private long position;
    private boolean sawTakeover;

    /**
     * A reader.
     *
     * @param begunHere the run's stream, where it runs on this node
     * @param after the last event that was seen
     */
    public RunSubscription(RunStreams streams, RunId run, @Nullable RunStream begunHere, Position after) {
        this.streams = streams;
        this.run = run;
        this.begunHere = begunHere;
        this.stream = begunHere;
        this.position = after.sequence();
        this.sawTakeover = after.isTakenOver();
    }

    /** The run that is read. */
    public RunId run() {
        return run;
    }

    /**
     * The next events, as soon as there is one.
     *
     * @param timeout how long to wait for one
     * @return the events; {@link Next#isLast} where no more will come, and no events where none came in time
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws SystemFailure if the log cannot be read
     */
    public Next await(Duration timeout) throws InterruptedException {
        RunStream current = stream;
        if (current == null) {
            return readLog();
        }
        EventSlice unread = current.await(position, sawTakeover, timeout);
        return switch (unread.kind()) {
            case MORE -> seen(unread.events(), End.NONE);
            case LAST -> seen(unread.events(), End.LAST);
            case BEHIND, LOST -> {
                leave();
                yield readLog();
            }
        };
    }

    /**
     * Waits until the assistant has begun to answer, or the run has ended, or the time is over.
     *
     * @return the failure of a run that ended on this node before its assistant said anything
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Optional<SystemFailure> awaitAnswer(Duration timeout) throws InterruptedException {
        return begunHere == null ? Optional.empty() : begunHere.awaitAnswer(timeout);
    }

    /** Ends the reading; the run does not mind. */
    @Override
    public void close() {
        leave();
    }

    private void leave() {
        RunStream current = stream;
        stream = null;
        if (current != null && isFollowing) {
            streams.unfollow(current);
            isFollowing = false;
        }
    }

    private Next readLog() {
        Optional<Tail> read = streams.read(run, position);
        if (read.isEmpty()) {
            return seen(List.of(new SequencedEvent(position + 1, false, RunOutcome.DELETED)), End.LAST);
        }
        Tail tail = read.get();
        if (tail.takenOverFrom() > 0 && !sawTakeover && position >= tail.takenOverFrom()) {
            position = tail.takenOverFrom() - 1;
            return readLog();
        }
        if (!tail.hasMore() && (tail.state() == State.OPEN || tail.state() == State.WAITING)) {
            Next next = seen(tail.events(), streams.isClosed() ? End.ELSEWHERE : End.NONE);
            if (!next.isEnd()) {
                join();
            }
            return next;
        }
        return seen(tail.events(), tail.hasMore() ? End.NONE : End.LAST);
    }

    /** Nothing more is in the log for now: from here on the run is watched. */
    private void join() {
        Optional<RunStream> local = streams.local(run);
        isFollowing = local.isEmpty();
        stream = local.orElseGet(() -> streams.follow(run, position));
    }

    private Next seen(List<SequencedEvent> events, End end) {
        if (!events.isEmpty()) {
            position = events.getLast().sequence();
            sawTakeover = events.getLast().isTakenOver();
        }
        return new Next(events, end == End.LAST, end == End.ELSEWHERE);
    }

    private enum End {
        NONE,
        LAST,
        ELSEWHERE
    }

    /**
     * What a reader has seen last.
     *
     * @param sequence 0 for nothing
     * @param isTakenOver whether that event was taken over; see {@link SequencedEvent}
     */
    public record Position(long sequence, boolean isTakenOver) {

        /** Before the first event. */
        public static final Position BEGIN = new Position(0, false);
    }

    /**
     * What a reader has not seen yet.
     *
     * @param isLast whether no more will come
     * @param isElsewhere whether more may come, but from another node
     */
    public record Next(List<SequencedEvent> events, boolean isLast, boolean isElsewhere) {

        /** No more from this node. */
        public static final Next ELSEWHERE = new Next(List.of(), false, true);

        /** Whether this reader gets no more. */
        public boolean isEnd() {
            return isLast || isElsewhere;
        }
    }
}
