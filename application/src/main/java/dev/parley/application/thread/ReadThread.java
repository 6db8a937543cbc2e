package dev.parley.application.thread;

import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.ItemPage;
import dev.parley.domain.conversation.PageOrder;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.PageLimit;
import org.jspecify.annotations.Nullable;

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
     * @throws dev.parley.domain.conversation.SessionNotFound if there is no such session
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     */
    public ThreadView thread(AccountId owner, ConversationId id) {
        return unitOfWork.read(() -> new ThreadView(
                owned.find(owner, id),
                conversations.visibleItems(id, PageOrder.OLDEST_FIRST, PageLimit.ofClient(USUAL_PAGE), null)));
    }

    /**
     * A page of a thread's visible items; what is hidden takes no place on it. Long items make it end early.
     *
     * @param after the item that the page begins behind; null for the first page
     * @throws InvalidRequest if the limit is not from 1 to 100
     * @throws dev.parley.domain.conversation.UnknownItemCursor if the thread has no item {@code after}
     * @throws dev.parley.domain.conversation.SessionNotFound if there is no such session
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     */
    public ItemPage items(AccountId owner, ConversationId id, PageOrder order, int limit, @Nullable ItemId after) {
        PageLimit page = PageLimit.ofClient(limit);
        return unitOfWork.read(() -> {
            owned.find(owner, id);
            return conversations.visibleItems(id, order, page, after);
        });
    }

    /**
     * A thread and a page of it.
     *
     * @param items the first of its visible items, oldest first
     */
    public record ThreadView(Conversation conversation, ItemPage items) {}
}
