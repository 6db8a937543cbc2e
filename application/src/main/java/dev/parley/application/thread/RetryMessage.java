package dev.parley.application.thread;

import dev.parley.application.run.RunAdmission;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.TurnTrigger;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Failure;
import java.time.Instant;

/** Lets the assistant answer a message again. */
@UseCase
public final class RetryMessage {

    private final RunAdmission admission;
    private final ConversationRepository conversations;

    public RetryMessage(RunAdmission admission, ConversationRepository conversations) {
        this.admission = admission;
        this.conversations = conversations;
    }

    /**
     * Deletes everything after the message, and lets the assistant answer it again.
     *
     * @return the run that answers it
     * @throws Failure ITEM_NOT_FOUND if the thread has no item with this id
     * @throws Failure NOT_A_USER_MESSAGE if it is no message of the user
     * @throws Failure THREAD_LOCKED or THREAD_CLOSED if the thread is locked or closed
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws Failure RUN_IN_PROGRESS if a run is running or waiting in the thread
     * @throws Failure NODE_STOPPING if this node is about to stop
     */
    public RunHandle retry(AccountId owner, ConversationId id, ItemId message, RunOptions options) {
        return admission.admit(owner, id, options, (conversation, now) -> clear(conversation, message, now));
    }

    private TurnTrigger clear(Conversation conversation, ItemId id, Instant now) {
        conversation.checkOpen();
        Item item = conversations
                .findItem(conversation.id(), id)
                .filter(Item::isVisible)
                .orElseThrow(() -> new Failure(ConversationError.ITEM_NOT_FOUND));
        if (!(item instanceof UserMessage message)) {
            throw new Failure(ConversationError.NOT_A_USER_MESSAGE);
        }
        int messages = conversations.deleteItemsBehind(conversation.id(), item.sequence());
        Conversation cleared = conversation.without(messages, now);
        conversations.save(cleared);
        return TurnTrigger.retry(cleared, message);
    }
}
