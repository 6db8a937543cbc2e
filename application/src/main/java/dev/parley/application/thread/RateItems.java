package dev.parley.application.thread;

import dev.parley.application.conversation.OwnedConversations;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.feedback.FeedbackRepository;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Takes what a user thinks of items. */
@UseCase
public final class RateItems {

    /** The most items that are rated at a time. */
    public static final int MAXIMUM_ITEMS = 100;

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;
    private final OwnedConversations owned;
    private final FeedbackRepository feedback;
    private final FeedbackMeter meter;
    private final InstantSource clock;

    public RateItems(
            UnitOfWork unitOfWork,
            ConversationRepository conversations,
            FeedbackRepository feedback,
            FeedbackMeter meter,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
        this.owned = new OwnedConversations(conversations);
        this.feedback = feedback;
        this.meter = meter;
        this.clock = clock;
    }

    /**
     * Stores a rating of some items; an earlier one of the same user is forgotten.
     *
     * @throws InvalidRequest if there are more than 100 items
     * @throws Failure ITEM_NOT_FOUND if one of them is no item that the thread shows; then none is rated
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     */
    public void rate(AccountId user, ConversationId id, Set<ItemId> items, Rating rating) {
        if (items.size() > MAXIMUM_ITEMS) {
            throw new InvalidRequest("item_ids", ConversationError.NAMES_TOO_MANY_ITEMS, MAXIMUM_ITEMS);
        }
        Instant now = clock.instant();
        unitOfWork.run(() -> {
            owned.lock(user, id);
            items.forEach(item -> check(id, item));
            feedback.save(items.stream()
                    .map(item -> new Feedback(id, item, user, rating, now))
                    .toList());
        });
        meter.rated(rating, items.size());
    }

    /**
     * What a user thinks of a thread's items.
     *
     * @throws Failure SESSION_NOT_FOUND if there is no such session
     * @throws Failure FORBIDDEN if it is another's
     */
    public List<Feedback> of(AccountId user, ConversationId id) {
        return unitOfWork.read(() -> {
            owned.find(user, id);
            return feedback.of(id);
        });
    }

    private void check(ConversationId id, ItemId item) {
        if (conversations.findItem(id, item).filter(Item::isVisible).isEmpty()) {
            throw new Failure(ConversationError.ITEM_NOT_FOUND);
        }
    }
}
