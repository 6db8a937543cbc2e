package dev.parley.application.thread;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.assistant.ActionHandlers;
import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.assistant.WidgetAction;
import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.reply.Replacements;
import dev.parley.application.run.RunAdmission;
import dev.parley.application.run.RunHandle;
import dev.parley.application.run.TurnTrigger;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Widget;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Json;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a user act on a widget. */
@UseCase
public final class PerformAction {

    private final RunAdmission admission;
    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final OwnedConversations owned;
    private final ActionHandlers handlers;
    private final Replacements replacements;
    private final InstantSource clock;
    private final StorageQuota quota;

    public PerformAction(
            RunAdmission admission,
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            ActionHandlers handlers,
            JsonTrees trees,
            InstantSource clock,
            StorageQuota quota) {
        this.admission = admission;
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.owned = new OwnedConversations(conversations);
        this.handlers = handlers;
        this.replacements = new Replacements(trees);
        this.clock = clock;
        this.quota = quota;
    }

    /**
     * Lets the action's handler answer as a stream.
     *
     * @param widget what was acted on; null for nothing
     * @return the run of the handler
     * @throws Failure UNKNOWN_ACTION if nobody handles the action
     * @throws Failure ITEM_NOT_FOUND if the thread has no item with this id
     * @throws Failure NOT_A_WIDGET if it is no widget
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws Failure RUN_IN_PROGRESS if a run is running or waiting in the thread
     * @throws Failure NODE_STOPPING if this node is about to stop
     */
    public RunHandle perform(AccountId owner, ConversationId id, @Nullable ItemId widget, Act act, RunOptions options) {
        return admission.admit(owner, id, options, (conversation, now) -> {
            handlers.of(act.type());
            return TurnTrigger.silent(conversation, new TurnCause.Acted(action(id, widget, act)));
        });
    }

    /**
     * Waits for the action's handler, and then changes an item as the handler wants it, whether a run is active or not. All
     * refusals come before the handler has done the action; what is too much then counts for what the user does next.
     *
     * @param widget what was acted on; null for nothing
     * @param locale the user's language, a BCP 47 tag
     * @return the item that has changed; empty where none has, or it is gone meanwhile
     * @throws Failure UNKNOWN_ACTION if nobody handles the action in this way
     * @throws Failure ITEM_NOT_FOUND if the thread has no item with this id
     * @throws Failure NOT_A_WIDGET if it is no widget
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     * @throws Failure STORAGE_QUOTA if the owner stores more than allowed already
     */
    public Optional<Item> performAtOnce(
            AccountId owner, ConversationId id, @Nullable ItemId widget, Act act, String locale) {
        Acting acting = unitOfWork.read(() -> {
            Conversation conversation = owned.find(owner, id);
            quota.check(owner);
            return new Acting(conversation, action(id, widget, act));
        });
        return handlers.handleAtOnce(acting.action(), acting.conversation(), locale)
                .map(replacements::storable)
                .flatMap(change -> unitOfWork.execute(
                        () -> conversations.lock(id).flatMap(conversation -> changed(conversation, change))));
    }

    private Optional<Item> changed(Conversation conversation, ItemChange change) {
        Optional<Item> changed =
                conversations.findItem(conversation.id(), change.item()).map(change::apply);
        changed.ifPresent(after -> {
            conversations.save(conversation.id(), after);
            conversations.save(conversation.touched(clock.instant()));
        });
        return changed;
    }

    private WidgetAction action(ConversationId id, @Nullable ItemId item, Act act) {
        return new WidgetAction(act.type(), act.payload(), item == null ? null : widget(id, item));
    }

    private Widget widget(ConversationId id, ItemId item) {
        Item found = conversations
                .findItem(id, item)
                .filter(Item::isVisible)
                .orElseThrow(() -> new Failure(ConversationError.ITEM_NOT_FOUND));
        if (!(found instanceof Widget widget)) {
            throw new Failure(ConversationError.NOT_A_WIDGET);
        }
        return widget;
    }

    /**
     * What a user did.
     *
     * @param type in the widget's words
     * @param payload {@link Json#NULL} for nothing
     */
    public record Act(String type, Json payload) {}

    private record Acting(Conversation conversation, WidgetAction action) {}
}
