package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.shared.Failure;

/** Reads a conversation without what was said in it. */
@UseCase
public final class GetSession {

    private final UnitOfWork unitOfWork;
    private final OwnedConversations owned;

    public GetSession(UnitOfWork unitOfWork, ConversationRepository conversations) {
        this.unitOfWork = unitOfWork;
        this.owned = new OwnedConversations(conversations);
    }

    /**
     * The session.
     *
     * @throws Failure SESSION_NOT_FOUND if there is none with this id
     * @throws Failure FORBIDDEN if it is another's
     */
    public Conversation session(AccountId owner, ConversationId id) {
        return unitOfWork.read(() -> owned.find(owner, id));
    }
}
