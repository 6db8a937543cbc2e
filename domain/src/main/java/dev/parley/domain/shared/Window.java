package dev.parley.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * The part of a list that is asked for. Behind {@code after} comes what follows it; where {@code before} alone is given, it
 * is what directly precedes that; where both are, it is what follows {@code after} up to {@code before}.
 *
 * @param limit how many entries at most, from 1 to 100
 * @param ascending whether the list begins with its oldest entry
 * @param after the entry that the part begins behind; null for none
 * @param before the entry that the part ends before; null for none
 */
public record Window<C>(
        int limit,
        boolean ascending,
        @Nullable C after,
        @Nullable C before) {

    /**
     * Takes a window.
     *
     * @throws InvalidRequest if the limit is out of bounds
     */
    public Window {
        PageSize.checked(limit);
    }

    /** Whether the part is found from its end: what directly precedes an entry. */
    public boolean isBackwards() {
        return after == null && before != null;
    }

    /** The entry that all others of the part are newer than; null for none. */
    public @Nullable C older() {
        return ascending ? after : before;
    }

    /** The entry that all others of the part are older than; null for none. */
    public @Nullable C newer() {
        return ascending ? before : after;
    }
}
