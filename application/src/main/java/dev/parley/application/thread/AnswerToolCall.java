package dev.parley.application.thread;

import dev.parley.application.assistant.TurnCause;
import dev.parley.application.run.RunAdmission;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.TurnTrigger;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemError;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;

/** Takes what a client's tool gave back, and lets the assistant go on. */
@UseCase
public final class AnswerToolCall {

    /** The most UTF-16 units of a result. */
    static final int MAXIMUM_LENGTH = 256 * 1024;

    private final RunAdmission admission;
    private final ConversationRepository conversations;

    public AnswerToolCall(RunAdmission admission, ConversationRepository conversations) {
        this.admission = admission;
        this.conversations = conversations;
    }

    /**
     * Stores the result of the newest item, which has to be a pending call, and deletes older pending calls. Messages that
     * waited for the call's answer and were given up are no newer items.
     *
     * @return the run that goes on
     * @throws InvalidRequest if the result is too long
     * @throws Failure NO_PENDING_TOOL_CALL if the thread's newest visible item is no pending call
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws Failure RUN_IN_PROGRESS if a run is running or waiting in the thread
     * @throws Failure NODE_STOPPING if this node is about to stop
     */
    public RunHandle answer(AccountId owner, ConversationId id, Json result, RunOptions options) {
        if (result.text().length() > MAXIMUM_LENGTH) {
            throw new InvalidRequest("result", FieldError.MUST_HAVE_AT_MOST_CHARACTERS, MAXIMUM_LENGTH);
        }
        Text.storable("result", result.text());
        return admission.admit(owner, id, options, (conversation, now) -> complete(conversation, result, now));
    }

    private TurnTrigger complete(Conversation conversation, Json result, Instant now) {
        ConversationId id = conversation.id();
        List<ItemId> pending = conversations.pendingToolCalls(id);
        ClientToolCall call = pending.stream()
                .reduce((older, newer) -> newer)
                .flatMap(newest -> conversations.findItem(id, newest))
                .map(ClientToolCall.class::cast)
                .filter(newest -> isNewest(conversation, newest))
                .orElseThrow(() -> new Failure(ItemError.NO_PENDING_TOOL_CALL));
        pending.subList(0, pending.size() - 1).forEach(older -> conversations.deleteItem(id, older));
        ClientToolCall completed = call.completed(result);
        conversations.save(id, completed);
        Conversation changed = conversation.touched(now);
        conversations.save(changed);
        return TurnTrigger.silent(changed, new TurnCause.ToolReturned(completed));
    }

    private boolean isNewest(Conversation conversation, ClientToolCall call) {
        Page<Item> behind =
                conversations.visibleItems(conversation.id(), PageOrder.OLDEST_FIRST, PageLimit.ofClient(1), call.id());
        return behind.entries().stream().allMatch(item -> item.sequence() > conversation.lastSequence());
    }
}
