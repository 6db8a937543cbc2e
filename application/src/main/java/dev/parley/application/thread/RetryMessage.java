package dev.parley.application.thread;

import dev.parley.application.run.RunAdmission;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.TurnTrigger;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.ItemNotFound;
import dev.parley.domain.conversation.NotAUserMessage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.RunOptions;
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
     * Deletes everything behind the message, and lets the assistant answer it again.
     *
     * @return the run that answers it
     * @throws ItemNotFound if the thread has no item with this id
     * @throws NotAUserMessage if it is no message of the user
     * @throws dev.parley.domain.conversation.ThreadNotOpen if the thread is locked or closed
     * @throws dev.parley.domain.conversation.SessionNotFound if there is no such session
     * @throws dev.parley.domain.conversation.NotYourSession if it is another's
     * @throws dev.parley.domain.run.RunInProgress if a run is running or waiting in the thread
     * @throws dev.parley.application.run.NodeStopping if this node is about to stop
     */
    public RunHandle retry(AccountId owner, ConversationId id, ItemId message, RunOptions options) {
        return admission.admit(owner, id, options, (conversation, now) -> clear(conversation, message, now));
    }

    private TurnTrigger clear(Conversation conversation, ItemId id, Instant now) {
        conversation.checkOpen();
        Item item = conversations
                .findItem(conversation.id(), id)
                .filter(Item::isVisible)
                .orElseThrow(ItemNotFound::new);
        if (!(item instanceof UserMessage message)) {
            throw new NotAUserMessage();
        }
        int messages = conversations.deleteItemsBehind(conversation.id(), item.sequence());
        Conversation cleared = conversation.without(messages, now);
        conversations.save(cleared);
        return TurnTrigger.retry(cleared, message);
    }
}
