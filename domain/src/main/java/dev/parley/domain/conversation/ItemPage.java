package dev.parley.domain.conversation;

import dev.parley.domain.item.Item;
import java.util.List;

/**
 * A page of a thread's visible items.
 *
 * @param items in the order that was asked for
 * @param hasMore whether visible ones follow
 */
public record ItemPage(List<Item> items, boolean hasMore) {

    public ItemPage {
        items = List.copyOf(items);
    }
}
