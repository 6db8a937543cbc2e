package dev.parley.application.admin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.shared.Failure;

/** Reads anybody's thread, for whoever runs the server. */
@UseCase
public final class GetThread {

    private final UnitOfWork unitOfWork;
    private final ThreadDirectory threads;

    public GetThread(UnitOfWork unitOfWork, ThreadDirectory threads) {
        this.unitOfWork = unitOfWork;
        this.threads = threads;
    }

    /**
     * The thread, without its items.
     *
     * @throws Failure NO_SUCH_THREAD if there is none with this id
     */
    public ListedThread get(ConversationId id) {
        return unitOfWork.read(() -> threads.find(id)).orElseThrow(() -> new Failure(ConversationError.NO_SUCH_THREAD));
    }
}
