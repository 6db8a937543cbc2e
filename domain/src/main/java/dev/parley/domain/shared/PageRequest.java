package dev.parley.domain.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that is asked for. Behind {@code after} comes what follows it; where {@code before} alone is given, it
 * is what directly precedes that; where both are, it is what follows {@code after} up to {@code before}.
 *
 * @param limit how many entries at most, from 1 to 100
 * @param after the entry that the page begins after; null for none
 * @param before the entry that the page ends before; null for none
 */
public record PageRequest<C>(
        int limit, @Nullable C after, @Nullable C before) {

    /**
     * Takes a request.
     *
     * @throws InvalidRequest if the limit is out of bounds
     */
    public PageRequest {
        PageSize.checked(limit);
    }

    /** The first page, or the one after an entry. */
    public PageRequest(int limit, @Nullable C after) {
        this(limit, after, null);
    }

    /** Whether the page is found from its end: what directly precedes an entry. */
    public boolean isBackwards() {
        return after == null && before != null;
    }

    /** The entry that all others of the page are newer than; null for none. */
    public @Nullable C older(PageOrder order) {
        return order == PageOrder.OLDEST_FIRST ? after : before;
    }

    /** The entry that all others of the page are older than; null for none. */
    public @Nullable C newer(PageOrder order) {
        return order == PageOrder.OLDEST_FIRST ? before : after;
    }

    /**
     * The page of what was read for it.
     *
     * @param found up to one more than the limit, in the order in which they were read
     */
    public <T> Page<T> page(List<T> found) {
        boolean hasMore = found.size() > limit;
        List<T> entries = hasMore ? found.subList(0, limit) : found;
        return new Page<>(isBackwards() ? entries.reversed() : entries, hasMore);
    }
}
