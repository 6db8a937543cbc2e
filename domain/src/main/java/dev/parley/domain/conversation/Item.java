package dev.parley.domain.conversation;

import java.time.Instant;

/** One entry of a thread. */
public sealed interface Item permits Message, ToolCall {

    /** The item's id. */
    ItemId id();

    /** The item's place in its thread: 1 for the first, without gaps. */
    long sequence();

    /** When the item was made. */
    Instant createdAt();

    /** All that a message says, its parts joined; empty where the item is no message. */
    String text();
}
