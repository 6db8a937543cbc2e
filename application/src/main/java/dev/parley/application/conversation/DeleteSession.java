package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;

/** Deletes a session and all that belongs to it, in one commit. */
public final class DeleteSession {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final OwnedConversations owned;

    /** Makes the use case from its ports. */
    public DeleteSession(UnitOfWork unitOfWork, ConversationRepository conversations) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.owned = new OwnedConversations(conversations);
    }

    /**
     * Deletes a session. A run that is still answering in it finds itself fenced off and ends.
     *
     * @throws dev.parley.domain.conversation.SessionNotFound if there is none with this id
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     */
    public void delete(AccountId owner, ConversationId id) {
        unitOfWork.run(() -> conversations.delete(owned.lock(owner, id)));
    }
}
