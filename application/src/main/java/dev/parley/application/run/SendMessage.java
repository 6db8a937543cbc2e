package dev.parley.application.run;

import dev.parley.application.attachment.ClaimAttachments;
import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.run.RunAdmission.Accepted;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.run.RunQueueFull;
import dev.parley.domain.run.RunRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a user's message and lets the assistant answer it. */
@UseCase
public final class SendMessage {

    private final RunAdmission starter;
    private final ConversationRepository conversations;
    private final OwnedConversations owned;
    private final RunRepository runs;
    private final RunPolicy policy;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final ClaimAttachments claims;

    public SendMessage(
            RunAdmission starter,
            ConversationRepository conversations,
            RunRepository runs,
            RunPolicy policy,
            IdGenerator ids,
            InstantSource clock,
            ClaimAttachments claims) {
        this.starter = starter;
        this.conversations = conversations;
        this.owned = new OwnedConversations(conversations);
        this.runs = runs;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
        this.claims = claims;
    }

    /** Takes a message that is to be answered as usual, whenever it is asked for; see the other method. */
    public RunHandle start(AccountId owner, ConversationId id, UserInput input, @Nullable OnActiveRun onActiveRun) {
        return start(owner, id, IncomingMessage.of(input), onActiveRun, RunOptions.DEFAULT, Idempotency.everyTime());
    }

    /**
     * Commits the message and the run, then lets the assistant answer on a thread of its own, at once or after those that
     * it answers already.
     *
     * @param onActiveRun what is to happen while the assistant answers; null for what is usual here
     * @param once whether it is done whenever it is asked for, or once for a key
     * @return the run, whose first event is the committed message
     * @throws dev.parley.domain.conversation.SessionNotFound if there is no such session
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     * @throws dev.parley.domain.shared.InvalidRequest if it asks for a model that may not be picked
     * @throws dev.parley.domain.conversation.ThreadNotOpen if the thread is locked or closed
     * @throws dev.parley.domain.conversation.EmptyMessage if the message says nothing
     * @throws dev.parley.domain.conversation.MessageTooLong if it is longer than allowed
     * @throws dev.parley.domain.attachment.TooManyAttachments if it has more attachments than allowed
     * @throws dev.parley.domain.attachment.AttachmentNotFound if one of them is not there, or is another's
     * @throws dev.parley.domain.attachment.AttachmentNotUploaded if one of them has no content yet
     * @throws dev.parley.domain.attachment.AttachmentInUse if a message has one of them already
     * @throws dev.parley.domain.conversation.MessageLimitReached if the session is full
     * @throws RunInProgress if the assistant is answering in this thread already, and the message is not to wait
     * @throws RunQueueFull if as many messages as allowed wait already
     * @throws dev.parley.domain.account.StorageQuotaReached if the owner stores more than allowed then
     * @throws NodeStopping if this node is about to stop
     */
    public RunHandle start(
            AccountId owner,
            ConversationId id,
            IncomingMessage said,
            @Nullable OnActiveRun onActiveRun,
            RunOptions options,
            Idempotency<RunId> once) {
        policy.check(said.input().options());
        OnActiveRun mode = onActiveRun == null ? policy.onActiveRun() : onActiveRun;
        return starter.start(owner, once, () -> {
            Conversation conversation = owned.lock(owner, id);
            return accept(conversation, claims.claim(owner, id, said.input(), said.attachments()), mode, options);
        });
    }

    private Accepted accept(Conversation conversation, UserInput input, OnActiveRun mode, RunOptions options) {
        Instant now = clock.instant();
        Appended appended = conversation.receive(ids.message(), input, policy.limits(), now);
        Run run = Run.start(ids.run(), conversation.id(), now);
        if (starter.add(run)) {
            conversations.append(appended);
            return starter.begin(run, options, TurnTrigger.message(conversation, appended));
        }
        Optional<Conversation> settled = starter.endAbandoned(conversation);
        Optional<RunId> active = starter.active(conversation.id());
        if (settled.isPresent() || active.isEmpty()) {
            // A run ends without the thread's lock, so it may be over by now.
            return accept(settled.orElse(conversation), input, mode, options);
        }
        if (mode == OnActiveRun.REJECT) {
            throw new RunInProgress(active.get());
        }
        return wait(conversation.id(), (UserMessage) appended.item().at(UserMessage.DRAFT), mode, options, now);
    }

    private Accepted wait(ConversationId id, UserMessage message, OnActiveRun mode, RunOptions options, Instant now) {
        if (runs.waiting(id).size() >= RunPolicy.MAXIMUM_WAITING) {
            throw new RunQueueFull(RunPolicy.MAXIMUM_WAITING);
        }
        Run run = Run.queue(ids.run(), id, now);
        runs.addQueued(new QueuedRun(run, message, options));
        Optional<RunId> toCancel =
                mode == OnActiveRun.INTERRUPT ? runs.running(id).map(Run::id) : Optional.empty();
        toCancel.ifPresent(active -> runs.requestCancel(active, now));
        return new Accepted(run, Optional.empty(), toCancel);
    }
}
