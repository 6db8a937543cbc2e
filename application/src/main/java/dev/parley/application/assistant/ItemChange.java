package dev.parley.application.assistant;

import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import java.util.function.UnaryOperator;

/**
 * A change of an item, which is made of the item as it is stored then, so that of several changes at a time none is lost.
 *
 * @param item which item
 * @param change makes the item as it is to be, with the same id and of the same type. It is called with the thread locked,
 *     inside the unit of work that stores what it returns: it waits for no model, tool or socket and begins no unit. It may
 *     be called again where the database was away.
 */
public record ItemChange(ItemId item, UnaryOperator<Item> change) {

    /** A change of a widget's tree. */
    public static ItemChange ofWidget(ItemId widget, UnaryOperator<Json> change) {
        return new ItemChange(widget, before -> {
            if (!(before instanceof Widget shown)) {
                throw new IllegalArgumentException(widget + " is no widget");
            }
            return shown.showing(change.apply(shown.widget()));
        });
    }

    /**
     * The item after the change, at its place.
     *
     * @throws IllegalArgumentException if the change has made another item of it
     */
    public Item apply(Item before) {
        Item after = change.apply(before);
        if (!after.id().equals(before.id()) || after.getClass() != before.getClass()) {
            throw new IllegalArgumentException("a change keeps an item's id and type");
        }
        return after.at(before.sequence());
    }
}
