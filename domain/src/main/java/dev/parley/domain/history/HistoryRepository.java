package dev.parley.domain.history;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.PageLimit;

/** Reads what threads hold. Every method needs a unit of work. */
public interface HistoryRepository {

    /** The first items of a range, in its direction; none where there is no such thread. */
    ItemBatch items(ConversationId thread, ItemRange range, PageLimit limit);
}
