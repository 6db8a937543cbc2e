package dev.parley.application.run;

import dev.parley.application.attachment.ClaimAttachments;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.run.RunAdmission.Submission;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Failure;
import java.time.InstantSource;

/** Begins a conversation with its first message, and lets the assistant answer it. */
@UseCase
public final class StartThread {

    private final RunAdmission admission;
    private final ConversationRepository conversations;
    private final RunPolicy policy;
    private final InferenceOptionsValidator inferenceOptions;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final ClaimAttachments claims;

    public StartThread(
            RunAdmission admission,
            ConversationRepository conversations,
            RunPolicy policy,
            InferenceOptionsValidator inferenceOptions,
            IdGenerator ids,
            InstantSource clock,
            ClaimAttachments claims) {
        this.admission = admission;
        this.conversations = conversations;
        this.policy = policy;
        this.inferenceOptions = inferenceOptions;
        this.ids = ids;
        this.clock = clock;
        this.claims = claims;
    }

    /**
     * Commits the conversation, its message and the run in one unit, then lets the assistant answer.
     *
     * @param once whether it is done whenever it is asked for, or once for a key
     * @return the run, whose first event is the new thread
     * @throws Failure SESSION_LIMIT if the owner has as many as allowed
     * @throws dev.parley.domain.shared.InvalidRequest if it picks a model that may not be picked, or a tool that
     *     cannot be called, or PostgreSQL cannot keep a text
     * @throws Failure EMPTY_MESSAGE if the message says nothing
     * @throws Failure MESSAGE_TOO_LONG if it is longer than allowed
     * @throws Failure TOO_MANY_ATTACHMENTS if it has more attachments than allowed
     * @throws Failure ATTACHMENT_NOT_FOUND if one of them is not there, or is another's
     * @throws Failure ATTACHMENT_NOT_UPLOADED if one of them has no content yet
     * @throws Failure ATTACHMENT_IN_USE if a message has one of them already
     * @throws Failure STORAGE_QUOTA if the owner stores more than allowed then
     * @throws Failure NODE_STOPPING if this node is about to stop
     */
    public RunHandle start(AccountId owner, IncomingMessage message, RunOptions options, Idempotency<RunId> once) {
        inferenceOptions.check(message.input().options(), options);
        return admission.admit(owner, OnActiveRun.REJECT, options, once, () -> {
            Conversation conversation = Conversation.start(ids.conversation(), owner, clock.instant());
            claims.lock(message.attachments());
            conversations.add(conversation, policy.limits().sessionsPerUser());
            UserInput input = claims.claim(owner, conversation.id(), message.input(), message.attachments());
            return new Submission(
                    conversation, new MessageCommand(ids.message(), input, true, policy.limits(), conversations));
        });
    }
}
