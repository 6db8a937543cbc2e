package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;

/** Lists an owner's sessions, a page at a time. */
@UseCase
public final class ListSessions {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;

    public ListSessions(UnitOfWork unitOfWork, ConversationRepository conversations) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
    }

    /** A page of sessions, newest update first; see the other method. */
    public Page<Conversation> list(AccountId owner, PageRequest<ConversationId> request) {
        return list(owner, PageOrder.NEWEST_FIRST, request);
    }

    /** A page of sessions, by their last update. */
    public Page<Conversation> list(AccountId owner, PageOrder order, PageRequest<ConversationId> request) {
        return unitOfWork.read(() -> conversations.list(owner, order, request));
    }
}
