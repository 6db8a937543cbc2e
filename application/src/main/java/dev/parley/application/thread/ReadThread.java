package dev.parley.application.thread;

import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;

/** Reads a thread as its user sees it. */
@UseCase
public final class ReadThread {

    /** The items of a page where no number is asked for. */
    public static final int USUAL_PAGE = 20;

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final OwnedConversations owned;

    public ReadThread(UnitOfWork unitOfWork, ConversationRepository conversations) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.owned = new OwnedConversations(conversations);
    }

    /**
     * The thread with its first visible items, 20 at most and fewer where they are long, oldest first.
     *
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     */
    public ThreadView thread(AccountId owner, ConversationId id) {
        return unitOfWork.read(() -> new ThreadView(
                owned.find(owner, id),
                conversations.visibleItems(id, PageOrder.OLDEST_FIRST, PageLimit.ofClient(USUAL_PAGE), null)));
    }

    /**
     * A page of a thread's visible items; what is hidden takes no place on it. Long items make it end early.
     *
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     */
    public Page<Item> items(AccountId owner, ConversationId id, PageOrder order, PageRequest<ItemId> request) {
        PageLimit limit = PageLimit.ofClient(request.limit());
        return unitOfWork.read(() -> {
            owned.find(owner, id);
            return conversations.visibleItems(id, order, limit, request.after());
        });
    }

    /**
     * A thread and a page of it.
     *
     * @param items the first of its visible items, oldest first
     */
    public record ThreadView(Conversation conversation, Page<Item> items) {}
}
