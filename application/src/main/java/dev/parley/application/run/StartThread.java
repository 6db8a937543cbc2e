package dev.parley.application.run;

import dev.parley.application.attachment.ClaimAttachments;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import java.time.Instant;
import java.time.InstantSource;

/** Begins a conversation with its first message, and lets the assistant answer it. */
@UseCase
public final class StartThread {

    private final RunAdmission starter;
    private final ConversationRepository conversations;
    private final RunPolicy policy;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final ClaimAttachments claims;

    public StartThread(
            RunAdmission starter,
            ConversationRepository conversations,
            RunPolicy policy,
            IdGenerator ids,
            InstantSource clock,
            ClaimAttachments claims) {
        this.starter = starter;
        this.conversations = conversations;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
        this.claims = claims;
    }

    /** Begins one whenever it is asked for; see the other method. */
    public RunHandle start(AccountId owner, UserInput input, RunOptions options) {
        return start(owner, IncomingMessage.of(input), options, Idempotency.everyTime());
    }

    /**
     * Commits the conversation, its message and the run in one unit, then lets the assistant answer.
     *
     * @param once whether it is done whenever it is asked for, or once for a key
     * @return the run, whose first event is the new thread
     * @throws dev.parley.domain.conversation.SessionLimitReached if the owner has as many as allowed
     * @throws dev.parley.domain.shared.InvalidRequest if it asks for a model that may not be picked
     * @throws dev.parley.domain.conversation.EmptyMessage if the message says nothing
     * @throws dev.parley.domain.conversation.MessageTooLong if it is longer than allowed
     * @throws dev.parley.domain.attachment.TooManyAttachments if it has more attachments than allowed
     * @throws dev.parley.domain.attachment.AttachmentNotFound if one of them is not there, or is another's
     * @throws dev.parley.domain.attachment.AttachmentNotUploaded if one of them has no content yet
     * @throws dev.parley.domain.attachment.AttachmentInUse if a message has one of them already
     * @throws dev.parley.domain.account.StorageQuotaReached if the owner stores more than allowed then
     * @throws NodeStopping if this node is about to stop
     */
    public RunHandle start(AccountId owner, IncomingMessage said, RunOptions options, Idempotency<RunId> once) {
        policy.check(said.input().options());
        return starter.start(owner, once, () -> {
            Instant now = clock.instant();
            Conversation conversation = Conversation.start(ids.conversation(), owner, now);
            claims.lock(said.attachments());
            conversations.add(conversation, policy.limits().sessionsPerUser());
            UserInput input = claims.claim(owner, conversation.id(), said.input(), said.attachments());
            Appended appended = conversation.receive(ids.message(), input, policy.limits(), now);
            conversations.append(appended);
            Run run = Run.start(ids.run(), conversation.id(), now);
            if (!starter.add(run)) {
                throw new IllegalStateException("a run is running in the new thread " + conversation.id());
            }
            return starter.begin(run, options, TurnTrigger.thread(appended));
        });
    }
}
