package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.Item;
import java.util.List;

/** Reads a conversation, alone or with all that was said in it. */
public final class GetSession {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final OwnedConversations owned;

    /** Makes the use case from its ports. */
    public GetSession(UnitOfWork unitOfWork, ConversationRepository conversations) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.owned = new OwnedConversations(conversations);
    }

    /**
     * The session with its history.
     *
     * @throws dev.parley.domain.conversation.SessionNotFound if there is none with this id
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     */
    public History history(AccountId owner, ConversationId id) {
        return unitOfWork.read(() -> new History(owned.find(owner, id), conversations.items(id)));
    }

    /**
     * The session alone.
     *
     * @throws dev.parley.domain.conversation.SessionNotFound if there is none with this id
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     */
    public Conversation session(AccountId owner, ConversationId id) {
        return unitOfWork.read(() -> owned.find(owner, id));
    }

    /**
     * A conversation and its items.
     *
     * @param items oldest first
     */
    public record History(Conversation conversation, List<Item> items) {

        public History {
            items = List.copyOf(items);
        }
    }
}
