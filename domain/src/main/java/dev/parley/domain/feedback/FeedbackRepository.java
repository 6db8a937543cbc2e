package dev.parley.domain.feedback;

import dev.parley.domain.conversation.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what users think of items. It ends with the item. Every method needs a unit of work. */
public interface FeedbackRepository {

    /** Stores feedback on items that are there; of a user and an item the last one counts. */
    void save(List<Feedback> feedback);

    /** All feedback on a conversation's items, in the order of the items. */
    List<Feedback> of(ConversationId conversation);

    /**
     * A part of everybody's feedback, in an order that is always the same.
     *
     * @param after the feedback that the part begins after, which need not be there any longer; null for the first part
     * @param maximum how many at most
     */
    List<Feedback> after(@Nullable Feedback after, int maximum);
}
