package dev.parley.application.history;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.history.HistoryRepository;
import dev.parley.domain.history.ItemRange;
import dev.parley.domain.history.ItemRange.Kind;
import dev.parley.domain.item.Item;
import dev.parley.domain.shared.PageLimit;

/**
 * A conversation and its items, oldest first. Each iteration reads them anew, in batches and each of them in a unit of its
 * own, so that whoever iterates may take their time and holds one batch.
 */
public final class History {

    private static final PageLimit BATCH = new PageLimit(100, 256 * 1024);
    private static final PageLimit ONE = new PageLimit(1, 1);

    private final UnitOfWork unitOfWork;
    private final HistoryRepository items;
    private final Conversation conversation;
    private boolean hasOthers;

    History(UnitOfWork unitOfWork, HistoryRepository items, Conversation conversation) {
        this.unitOfWork = unitOfWork;
        this.items = items;
        this.conversation = conversation;
    }

    /** The conversation as it was when the history was opened. */
    public Conversation conversation() {
        return conversation;
    }

    /** The messages, and the calls of tools, which stand before the message in which the assistant speaks of them. */
    public Iterable<Item> messagesAndCalls() {
        return all(range(Kind.MESSAGE_OR_CALL));
    }

    /**
     * The calls of tools within two sequences.
     *
     * @param first the sequence of the first
     * @param last the sequence of the last
     */
    public Iterable<Item> calls(long first, long last) {
        return all(new ItemRange(Kind.CALL, true, first - 1, last + 1));
    }

    /** What else users see, such as widgets and questions. */
    public Iterable<Item> others() {
        return all(range(Kind.OTHER_VISIBLE));
    }

    /** Whether there were {@link #others} when the history was opened. */
    public boolean hasOthers() {
        return hasOthers;
    }

    void findOthers() {
        hasOthers = !items.items(conversation.id(), range(Kind.OTHER_VISIBLE), ONE)
                .items()
                .isEmpty();
    }

    private ItemRange range(Kind kind) {
        return new ItemRange(kind, true, 0, conversation.newestSequence() + 1);
    }

    private Iterable<Item> all(ItemRange range) {
        return () ->
                new BatchIterator(rest -> unitOfWork.read(() -> items.items(conversation.id(), rest, BATCH)), range);
    }
}
