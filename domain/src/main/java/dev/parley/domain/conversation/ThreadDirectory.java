package dev.parley.domain.conversation;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.item.ItemId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Everybody's threads, for whoever runs the server. Every method needs a unit of work. */
public interface ThreadDirectory {

    /** The thread with this id. */
    Optional<ListedThread> find(ConversationId id);

    /**
     * Threads in the order of their ids, which is the order in which they were made.
     *
     * @param owner whose; null for everybody's
     * @param bounds between which ids
     */
    List<ListedThread> threads(@Nullable AccountId owner, Bounds<ConversationId> bounds);

    /** The place of an item in its thread, also where it has been deleted; empty if the thread never had such an item. */
    OptionalLong sequence(ConversationId thread, ItemId item);

    /**
     * Where to begin reading, and when to stop.
     *
     * @param ascending whether to read from the old end
     * @param older what all are newer than; null for no bound
     * @param newer what all are older than; null for no bound
     * @param maximum how many at most
     */
    record Bounds<K>(
            boolean ascending, @Nullable K older, @Nullable K newer, int maximum) {}
}
