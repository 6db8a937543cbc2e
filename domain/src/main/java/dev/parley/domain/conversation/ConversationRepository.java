package dev.parley.domain.conversation;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps conversations and their items. Every method needs a unit of work. */
public interface ConversationRepository {

    /**
     * Adds a new conversation, and its owner's account where this is the first thing it owns. However many units add at
     * the same time, the owner never has more than the maximum.
     *
     * @throws Failure SESSION_LIMIT if the owner has the maximum already
     */
    void add(Conversation conversation, int maximumPerOwner);

    /** The conversation with this id. */
    Optional<Conversation> find(ConversationId id);

    /** The conversation with this id, which no other unit can lock, change or delete until this one ends. */
    Optional<Conversation> lock(ConversationId id);

    /** Overwrites a conversation that this unit has locked; its owner and its creation stay as they are. */
    void save(Conversation conversation);

    /** Saves a conversation that this unit has locked, together with the item that it has just taken. */
    void append(Conversation.Appended appended);

    /** Overwrites an item of the conversation, which stays at its place, with one of the same type. */
    void save(ConversationId id, Item item);

    /** The item of a conversation with this id, visible or not. */
    Optional<Item> findItem(ConversationId id, ItemId item);

    /**
     * Deletes an item of a conversation that this unit has locked.
     *
     * @return false if there is none with this id
     */
    boolean deleteItem(ConversationId id, ItemId item);

    /**
     * Deletes all items of a conversation that this unit has locked whose sequences are greater than the given one.
     *
     * @return how many of them were messages
     */
    int deleteItemsBehind(ConversationId id, long sequence);

    /** The ids of the calls of the client's tools that the client has not answered, oldest first. */
    List<ItemId> pendingToolCalls(ConversationId id);

    /** The newest message of the user. */
    Optional<UserMessage> latestUserMessage(ConversationId id);

    /**
     * A page of a conversation's visible items, in the order of their sequences.
     *
     * @param after the item that the page begins after; null for the first page. Where it has been deleted the page begins
     *     behind the place where it stood; behind an item that the conversation never had there is nothing
     */
    Page<Item> visibleItems(ConversationId id, PageOrder order, PageLimit limit, @Nullable ItemId after);

    /** The items of a conversation, oldest first. */
    List<Item> items(ConversationId id);

    /** The newest items of a conversation up to a sequence, as many as a page takes of them, oldest first. */
    List<Item> latestItems(ConversationId id, long last, PageLimit limit);

    /**
     * A page of an owner's conversations, by their last update, ties by id.
     *
     * @param request may begin after a conversation that has been deleted, and then begins behind the place where it stood;
     *     behind one that the owner never had there is nothing
     */
    Page<Conversation> list(AccountId owner, PageOrder order, PageRequest<ConversationId> request);

    /** Deletes a conversation that this unit has locked, and all that belongs to it. */
    void delete(Conversation conversation);

    /**
     * Forgets where conversations and items stood that were deleted longer ago than this, the oldest first.
     *
     * @param maximum how many of each at most
     * @return how many were forgotten of that of which there were more
     */
    int forgetDeleted(Duration age, int maximum);
}
