package dev.parley.application.event;

import dev.parley.domain.run.RunId;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest events of a run, in order and without gaps: all that the log does not have yet, and some that it has, for readers
 * who are not far behind. Guarded by whoever has it.
 */
public final class EventWindow {

    /** Logged events that are kept for readers who are not far behind. */
    private static final int KEPT = 256;

    private final List<SequencedEvent> events = new ArrayList<>();
    private long dropped;
    private long logged;
    private long takenOverFrom;

    /** The window after a position, up to which the log has the events. */
    EventWindow(long position) {
        this.dropped = position;
        this.logged = position;
    }

    /** The sequence of the newest event. */
    public long last() {
        return dropped + events.size();
    }

    /** The sequence up to which the log is known to have the events. */
    long logged() {
        return logged;
    }

    void append(RunEvent event) {
        events.add(new SequencedEvent(last() + 1, false, event));
    }

    /** Notes that the log has all events up to a sequence. */
    void logged(long upTo) {
        logged = Math.max(logged, Math.min(upTo, last()));
        long surplus = logged - dropped - KEPT;
        if (surplus > KEPT) {
            events.subList(0, (int) surplus).clear();
            dropped += surplus;
        }
    }

    /** Takes what was read from the log after {@link #last()}, perhaps earlier than what it has taken since. */
    void feed(RunLog.Tail tail) {
        takenOverFrom = Math.max(takenOverFrom, tail.takenOverFrom());
        tail.events().stream().filter(event -> event.sequence() == last() + 1).forEach(events::add);
        logged(last());
    }

    /** What the log does not have yet, and more behind it. */
    EventBatch unlogged(RunId run, List<RunEvent> more) {
        List<RunEvent> unlogged = new ArrayList<>();
        events.subList((int) (logged - dropped), events.size()).forEach(event -> unlogged.add(event.event()));
        unlogged.addAll(more);
        return new EventBatch(run, logged + 1, unlogged);
    }

    /**
     * Where a reader goes on who has seen events up to a position: who has seen events that their node lost goes on with the
     * first that another node has put in their place.
     *
     * @param sawTakeover whether that was an event that is taken over
     */
    long begin(long position, boolean sawTakeover) {
        return takenOverFrom > 0 && !sawTakeover && position >= takenOverFrom ? takenOverFrom - 1 : position;
    }

    /** Whether all events after a position are kept. */
    boolean reaches(long position) {
        return position >= dropped;
    }

    /** The events after a position that it {@link #reaches}. */
    List<SequencedEvent> after(long position) {
        return position >= last() ? List.of() : List.copyOf(events.subList((int) (position - dropped), events.size()));
    }

    /**
     * What the log does not have yet.
     *
     * @param first the sequence of the first event
     */
    public record EventBatch(RunId run, long first, List<RunEvent> events) {

        public boolean isEmpty() {
            return events.isEmpty();
        }

        public RunLog.Batch batch() {
            return new RunLog.Batch(run, first, events);
        }

        public long last() {
            return first + events.size() - 1;
        }
    }
}
