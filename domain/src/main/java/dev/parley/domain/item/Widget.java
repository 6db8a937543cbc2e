package dev.parley.domain.item;

import dev.parley.domain.shared.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to look at and to act on.
 *
 * @param widget the tree of its components, which only the client understands
 * @param copyText what copying it gives; null for nothing
 */
public record Widget(
        ItemId id, long sequence, Json widget, @Nullable String copyText, Instant createdAt) implements Item {

    /** This widget with another tree. */
    public Widget showing(Json tree) {
        return new Widget(id, sequence, tree, copyText, createdAt);
    }

    @Override
    public Widget at(long place) {
        return new Widget(id, place, widget, copyText, createdAt);
    }
}
