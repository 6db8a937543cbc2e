package dev.parley.application.run;

import dev.parley.application.attachment.ClaimAttachments;
import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.run.RunAdmission.Submission;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Failure;
import org.jspecify.annotations.Nullable;

/** Takes a user's message and lets the assistant answer it. */
@UseCase
public final class SendMessage {

    private final RunAdmission admission;
    private final ConversationRepository conversations;
    private final OwnedConversations owned;
    private final RunPolicy policy;
    private final InferenceOptionsValidator inferenceOptions;
    private final IdGenerator ids;
    private final ClaimAttachments claims;

    public SendMessage(
            RunAdmission admission,
            ConversationRepository conversations,
            RunPolicy policy,
            InferenceOptionsValidator inferenceOptions,
            IdGenerator ids,
            ClaimAttachments claims) {
        this.admission = admission;
        this.conversations = conversations;
        this.owned = new OwnedConversations(conversations);
        this.policy = policy;
        this.inferenceOptions = inferenceOptions;
        this.ids = ids;
        this.claims = claims;
    }

    /**
     * Commits the message and the run, then lets the assistant answer on a thread of its own, at once or after those that
     * it answers already.
     *
     * @param onActiveRun what is to happen while the assistant answers; null for what is usual here
     * @param once whether it is done whenever it is asked for, or once for a key
     * @return the run, whose first event is the committed message
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws dev.parley.domain.shared.InvalidRequest if it picks a model that may not be picked, or a tool that
     *     cannot be called, or PostgreSQL cannot keep a text
     * @throws Failure THREAD_LOCKED or THREAD_CLOSED if the thread is locked or closed
     * @throws Failure EMPTY_MESSAGE if the message says nothing
     * @throws Failure MESSAGE_TOO_LONG if it is longer than allowed
     * @throws Failure TOO_MANY_ATTACHMENTS if it has more attachments than allowed
     * @throws Failure ATTACHMENT_NOT_FOUND if one of them is not there, or is another's
     * @throws Failure ATTACHMENT_NOT_UPLOADED if one of them has no content yet
     * @throws Failure ATTACHMENT_IN_USE if a message has one of them already
     * @throws Failure MESSAGE_LIMIT if the session is full
     * @throws Failure RUN_IN_PROGRESS if the assistant is answering in this thread already, and the message is not to
     *     wait
     * @throws Failure RUN_QUEUE_FULL if as many messages as allowed wait already
     * @throws Failure STORAGE_QUOTA if the owner stores more than allowed then
     * @throws Failure NODE_STOPPING if this node is about to stop
     */
    public RunHandle start(
            AccountId owner,
            ConversationId id,
            IncomingMessage message,
            @Nullable OnActiveRun onActiveRun,
            RunOptions options,
            Idempotency<RunId> once) {
        inferenceOptions.check(message.input().options(), options);
        OnActiveRun mode = onActiveRun == null ? policy.onActiveRun() : onActiveRun;
        return admission.admit(owner, mode, options, once, () -> {
            Conversation conversation = owned.lock(owner, id);
            UserInput input = claims.claim(owner, id, message.input(), message.attachments());
            return new Submission(
                    conversation, new MessageCommand(ids.message(), input, false, policy.limits(), conversations));
        });
    }
}
