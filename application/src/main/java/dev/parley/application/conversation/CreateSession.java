package dev.parley.application.conversation;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.ConversationRepository;
import java.time.InstantSource;

/** Begins a conversation. */
public final class CreateSession {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final ConversationLimits limits;
    private final IdGenerator ids;
    private final InstantSource clock;

    /** Makes the use case from its ports and policies. */
    public CreateSession(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            ConversationLimits limits,
            IdGenerator ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates a session; when this returns it is committed.
     *
     * @throws dev.parley.domain.conversation.SessionLimitReached if the owner has as many as allowed
     */
    public Conversation create(AccountId owner) {
        Conversation conversation = Conversation.start(ids.conversation(), owner, clock.instant());
        unitOfWork.run(() -> conversations.add(conversation, limits.sessionsPerUser()));
        return conversation;
    }
}
