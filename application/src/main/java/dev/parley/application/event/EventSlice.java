package dev.parley.application.event;

import java.util.List;

/**
 * What a reader of a stream has not seen yet.
 *
 * @param events none where the reader has to look elsewhere
 */
public record EventSlice(List<SequencedEvent> events, Kind kind) {

    public enum Kind {
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
