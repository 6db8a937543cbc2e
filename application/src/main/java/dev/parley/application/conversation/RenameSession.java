package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.shared.Failure;
import java.time.InstantSource;

/** Gives a session the title that its owner wants. */
@UseCase
public final class RenameSession {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final OwnedConversations owned;
    private final InstantSource clock;

    public RenameSession(UnitOfWork unitOfWork, ConversationRepository conversations, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.owned = new OwnedConversations(conversations);
        this.clock = clock;
    }

    /**
     * Renames a session.
     *
     * @return the session with its new title, committed
     * @throws Failure SESSION_NOT_FOUND if there is none with this id
     * @throws Failure FORBIDDEN if it is another's
     */
    public Conversation rename(AccountId owner, ConversationId id, Title title) {
        return unitOfWork.execute(() -> {
            Conversation renamed = owned.lock(owner, id).renamed(title, clock.instant());
            conversations.save(renamed);
            return renamed;
        });
    }
}
