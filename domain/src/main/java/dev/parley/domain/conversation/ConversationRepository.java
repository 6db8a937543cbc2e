package dev.parley.domain.conversation;

import dev.parley.domain.account.AccountId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps conversations and their items. Every method needs a unit of work. */
public interface ConversationRepository {

    /**
     * Adds a new conversation, and its owner's account where this is the first thing it owns. However many units add at
     * the same time, the owner never has more than the maximum.
     *
     * @throws SessionLimitReached if the owner has the maximum already
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

    /** Stores the outcome of a tool call that is in the conversation. */
    void save(ConversationId id, ToolCall call);

    /** The items of a conversation, oldest first. */
    List<Item> items(ConversationId id);

    /** The newest items of a conversation up to a number of them, oldest first. */
    List<Item> latestItems(ConversationId id, int maximum);

    /**
     * A page of an owner's conversations, newest update first, ties by id.
     *
     * @param limit at least 1
     * @param after the conversation that the page begins behind; null for the first page
     * @throws UnknownCursor if the owner has no conversation {@code after}
     */
    ConversationPage list(AccountId owner, int limit, @Nullable ConversationId after);

    /** Deletes a conversation that this unit has locked, and all that belongs to it. */
    void delete(Conversation conversation);
}
