package dev.parley.application.event;

import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.PageLimit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the events of runs, for readers on any node and for after a crash. Every method needs a unit of work. All nodes
 * that follow runs are woken up when a unit that has appended commits, as far as the network lets them.
 */
public interface RunLog {

    /**
     * Adds events after those that runs have. A batch is added as a whole or, where its first sequence is taken or its
     * run is gone, not at all: two writers of one run cannot both go on.
     *
     * @return the runs whose batch was not added
     */
    Set<RunId> append(List<Batch> batches);

    /**
     * Adds the last events of a run that is taken over from a node that is gone.
     *
     * @return false if nothing was added, because that node has written meanwhile
     */
    boolean takeOver(Batch batch);

    /**
     * The events after positions in runs, each run's as they were at one moment.
     *
     * @param positions the sequence of the last event seen, 0 for none
     * @param limit of each run: no further batch is read where there are as many events, and none that would be too long;
     *     the first one is read however long it is
     * @return without the runs that do not exist
     */
    Map<RunId, Tail> read(Map<RunId, Long> positions, PageLimit limit);

    /**
     * Forgets the events of runs that ended before a time, oldest first.
     *
     * @param maximum of how many runs at most
     * @return of how many
     */
    int prune(Instant before, int maximum);

    /**
     * Events that follow one another.
     *
     * @param first the sequence of the first
     * @param events at least one
     */
    record Batch(RunId run, long first, List<RunEvent> events) {

        public Batch {
            events = List.copyOf(events);
        }
    }

    /**
     * What a run has after a position.
     *
     * @param events in order; empty where there is nothing new
     * @param takenOverFrom the sequence of the first event that is taken over; 0 where none is
     * @param state whether more can come
     * @param hasMore whether more was there and is beyond what was to be read
     */
    record Tail(List<SequencedEvent> events, long takenOverFrom, State state, boolean hasMore) {

        public Tail {
            events = List.copyOf(events);
        }

        /** All that a run has after a position. */
        public Tail(List<SequencedEvent> events, long takenOverFrom, State state) {
            this(events, takenOverFrom, state, false);
        }
    }

    /** Whether more events can come after a tail. */
    enum State {
        /** The run has not begun. */
        WAITING,
        /** More follow, now or later. */
        OPEN,
        /** These were the last. */
        ENDED,
        /** The run's events were forgotten. */
        PRUNED
    }
}
