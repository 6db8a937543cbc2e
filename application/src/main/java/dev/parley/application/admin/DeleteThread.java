package dev.parley.application.admin;

import dev.parley.application.conversation.ConversationRemoval;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.shared.Failure;

/** Deletes anybody's thread and all that belongs to it, for whoever runs the server. */
@UseCase
public final class DeleteThread {

    private final ConversationRepository conversations;
    private final ConversationRemoval removal;

    public DeleteThread(ConversationRepository conversations, ConversationRemoval removal) {
        this.conversations = conversations;
        this.removal = removal;
    }

    /**
     * Deletes a thread in one commit. A run that is still answering in it finds itself fenced off and ends.
     *
     * @throws Failure NO_SUCH_THREAD if there is none with this id
     */
    public void delete(ConversationId id) {
        removal.remove(() -> conversations.lock(id).orElseThrow(() -> new Failure(ConversationError.NO_SUCH_THREAD)));
    }
}
