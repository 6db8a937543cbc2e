package dev.parley.application.reply;

import dev.parley.application.event.RunEvent;
import dev.parley.domain.item.Item;
import java.util.function.Consumer;

/** An item that was begun and is not done. */
interface OpenItem {

    /**
     * The item as far as it got; nothing can be added to it from here on.
     *
     * @param events takes what of the item was held back until now
     */
    Item cutShort(Consumer<RunEvent> events);

    /** Ends and commits it as it is, or takes it back where it shows nothing. */
    void done();
}
