package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationPage;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.PageOrder;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.PageSize;
import org.jspecify.annotations.Nullable;

/** Lists an owner's sessions, a page at a time. */
@UseCase
public final class ListSessions {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;

    public ListSessions(UnitOfWork unitOfWork, ConversationRepository conversations) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
    }

    /**
     * A page of sessions, newest update first; see {@link #list(AccountId, PageOrder, int, ConversationId)}.
     */
    public ConversationPage list(AccountId owner, int limit, @Nullable ConversationId after) {
        return list(owner, PageOrder.NEWEST_FIRST, limit, after);
    }

    /**
     * A page of sessions, by their last update.
     *
     * @param after the last session of the page before; null for the first page
     * @throws InvalidRequest if the limit is not from 1 to 100
     * @throws dev.parley.domain.conversation.UnknownCursor if the owner has no session {@code after}
     */
    public ConversationPage list(AccountId owner, PageOrder order, int limit, @Nullable ConversationId after) {
        PageSize.checked(limit);
        return unitOfWork.read(() -> conversations.list(owner, order, limit, after));
    }
}
