package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.NoSuchThread;

/** Deletes anybody's thread and all that belongs to it, for whoever runs the server. */
public final class DeleteThread {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;

    /** Makes the use case from its ports. */
    public DeleteThread(UnitOfWork unitOfWork, ConversationRepository conversations) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
    }

    /**
     * Deletes a thread in one commit. A run that is still answering in it finds itself fenced off and ends.
     *
     * @throws NoSuchThread if there is none with this id
     */
    public void delete(ConversationId id) {
        unitOfWork.run(() -> conversations.delete(conversations.lock(id).orElseThrow(NoSuchThread::new)));
    }
}
