package dev.parley.domain.history;

import dev.parley.domain.item.Item;
import java.util.List;

/**
 * Some items of a thread.
 *
 * @param bytes what they have as they are stored
 * @param hasMore whether others follow in the range that was asked for
 */
public record ItemBatch(List<Item> items, long bytes, boolean hasMore) {

    public ItemBatch {
        items = List.copyOf(items);
    }
}
