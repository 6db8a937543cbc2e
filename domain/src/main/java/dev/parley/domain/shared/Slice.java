package dev.parley.domain.shared;

import java.util.List;

/**
 * A part of a list.
 *
 * @param entries in the list's order
 * @param hasMore whether there are more in the direction that was asked for
 */
public record Slice<T>(List<T> entries, boolean hasMore) {

    public Slice {
        entries = List.copyOf(entries);
    }
}
