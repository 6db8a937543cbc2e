package dev.parley.application.admin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.conversation.ThreadDirectory.Bounds;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists everybody's threads, a page at a time, for whoever runs the server. */
@UseCase
public final class ListThreads {

    private final UnitOfWork unitOfWork;
    private final ThreadDirectory threads;

    public ListThreads(UnitOfWork unitOfWork, ThreadDirectory threads) {
        this.unitOfWork = unitOfWork;
        this.threads = threads;
    }

    /**
     * A page of threads in the order in which they were made. Its cursors need not exist any more, so that threads can be
     * deleted while they are listed.
     *
     * @param owner whose; null for everybody's
     */
    public Page<ListedThread> list(@Nullable AccountId owner, PageOrder order, PageRequest<ConversationId> request) {
        boolean ascending = (order == PageOrder.OLDEST_FIRST) != request.isBackwards();
        Bounds<ConversationId> bounds =
                new Bounds<>(ascending, request.older(order), request.newer(order), request.limit() + 1);
        List<ListedThread> found = unitOfWork.read(() -> threads.threads(owner, bounds));
        return request.page(found);
    }
}
