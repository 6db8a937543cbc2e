package dev.parley.application.conversation;

import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.idempotency.Outcome;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.shared.Failure;
import java.time.InstantSource;

/** Begins a conversation. */
@UseCase
public final class CreateSession {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final ConversationLimits limits;
    private final IdGenerator ids;
    private final InstantSource clock;

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
     * @throws Failure SESSION_LIMIT if the owner has as many as allowed
     */
    public Conversation create(AccountId owner) {
        Conversation conversation = start(owner);
        unitOfWork.run(() -> add(conversation));
        return conversation;
    }

    /**
     * Creates a session, unless a request with the same key has created it; when this returns it is committed.
     *
     * @throws Failure SESSION_LIMIT if the owner has as many as allowed
     * @throws Failure IDEMPOTENCY_KEY_IN_USE if a request with the same key is creating it
     * @throws Failure IDEMPOTENCY_KEY_REUSED if the key was used for another request
     */
    public Outcome<Conversation> create(AccountId owner, Idempotency<Conversation> once) {
        Conversation conversation = start(owner);
        return unitOfWork.execute(() -> once.perform(() -> add(conversation)));
    }

    private Conversation start(AccountId owner) {
        return Conversation.start(ids.conversation(), owner, clock.instant());
    }

    private Conversation add(Conversation conversation) {
        conversations.add(conversation, limits.sessionsPerUser());
        return conversation;
    }
}
