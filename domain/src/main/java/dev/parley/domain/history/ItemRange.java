package dev.parley.domain.history;

/**
 * Items of a thread.
 *
 * @param kind which of them
 * @param ascending whether the oldest come first
 * @param older the sequence that all are newer than; 0 for no bound
 * @param newer the sequence that all are older than; {@link Long#MAX_VALUE} for no bound
 */
public record ItemRange(Kind kind, boolean ascending, long older, long newer) {

    /** Which items. */
    public enum Kind {
        /** All. */
        ANY,
        /** Messages, and calls of tools, which stand with them. */
        MESSAGE_OR_CALL,
        /** Calls of tools. */
        CALL,
        /** What else users see. */
        OTHER_VISIBLE
    }

    /** The items of the range after one of them, in its direction. */
    public ItemRange after(long sequence) {
        return ascending ? new ItemRange(kind, true, sequence, newer) : new ItemRange(kind, false, older, sequence);
    }
}
