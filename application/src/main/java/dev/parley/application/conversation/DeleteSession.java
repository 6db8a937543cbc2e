package dev.parley.application.conversation;

import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.shared.Failure;

/** Deletes a session and all that belongs to it, in one commit. */
@UseCase
public final class DeleteSession {

    private final OwnedConversations owned;
    private final ConversationRemoval removal;

    public DeleteSession(ConversationRepository conversations, ConversationRemoval removal) {
        this.owned = new OwnedConversations(conversations);
        this.removal = removal;
    }

    /**
     * Deletes a session. A run that is still answering in it finds itself fenced off and ends.
     *
     * @throws Failure SESSION_NOT_FOUND if there is none with this id
     * @throws Failure FORBIDDEN if it is another's
     */
    public void delete(AccountId owner, ConversationId id) {
        removal.remove(() -> owned.lock(owner, id));
    }
}
