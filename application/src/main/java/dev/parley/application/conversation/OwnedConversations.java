package dev.parley.application.conversation;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.shared.Failure;

/** The one way for a use case to reach a conversation: as its owner. */
public final class OwnedConversations {

    private final ConversationRepository conversations;

    /** Guards a repository. */
    public OwnedConversations(ConversationRepository conversations) {
        this.conversations = conversations;
    }

    /**
     * The owner's conversation, to read.
     *
     * @throws Failure SESSION_NOT_FOUND if there is none with this id
     * @throws Failure FORBIDDEN if it is another's
     */
    public Conversation find(AccountId owner, ConversationId id) {
        return conversations
                .find(id)
                .orElseThrow(() -> new Failure(ConversationError.SESSION_NOT_FOUND))
                .ownedBy(owner);
    }

    /**
     * The owner's conversation, locked until the unit ends.
     *
     * @throws Failure SESSION_NOT_FOUND if there is none with this id
     * @throws Failure FORBIDDEN if it is another's
     */
    public Conversation lock(AccountId owner, ConversationId id) {
        return conversations
                .lock(id)
                .orElseThrow(() -> new Failure(ConversationError.SESSION_NOT_FOUND))
                .ownedBy(owner);
    }
}
