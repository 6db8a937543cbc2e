package dev.parley.domain.item;

import java.time.Instant;

/** One entry of a thread, in the words of the ChatKit protocol. */
public sealed interface Item
        permits Message,
                ToolCall,
                ClientToolCall,
                Widget,
                GeneratedImage,
                StructuredInput,
                TaskItem,
                WorkflowItem,
                EndOfTurn,
                HiddenItem {

    /** The sequence of an item that no thread has taken. */
    long DRAFT = 0;

    /** The item's id. */
    ItemId id();

    /** The item's place in its thread: growing, 1 for the first; {@link #DRAFT} while no thread has taken it. */
    long sequence();

    /** When the item was made. */
    Instant createdAt();

    /** The same item at a place in a thread. */
    Item at(long sequence);

    /** All that a message says, its parts joined; empty where the item is no message. */
    default String text() {
        return "";
    }

    /** Whether the item is shown by the ChatKit protocol; internal items never leave the server there. */
    default boolean isVisible() {
        return true;
    }
}
