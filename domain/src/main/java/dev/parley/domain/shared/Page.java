package dev.parley.domain.shared;

import java.util.List;
import java.util.OptionalInt;

/**
 * A page of a list.
 *
 * @param entries in the list's order
 * @param total how many entries the list has on all pages; empty where they are not counted
 * @param hasMore whether others follow in the direction that was asked for
 */
public record Page<T>(List<T> entries, OptionalInt total, boolean hasMore) {

    public Page {
        entries = List.copyOf(entries);
    }

    /** A page of a list whose entries are counted. */
    public Page(List<T> entries, int total, boolean hasMore) {
        this(entries, OptionalInt.of(total), hasMore);
    }

    /** A page of a list whose entries are not counted. */
    public Page(List<T> entries, boolean hasMore) {
        this(entries, OptionalInt.empty(), hasMore);
    }
}
