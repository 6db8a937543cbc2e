package dev.parley.application.admin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.history.HistoryRepository;
import dev.parley.domain.history.ItemBatch;
import dev.parley.domain.history.ItemRange;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists the items of anybody's thread, a page at a time, for whoever runs the server. */
@UseCase
public final class ListItems {

    private final UnitOfWork unitOfWork;
    private final ThreadDirectory threads;
    private final HistoryRepository history;

    public ListItems(UnitOfWork unitOfWork, ThreadDirectory threads, HistoryRepository history) {
        this.unitOfWork = unitOfWork;
        this.threads = threads;
        this.history = history;
    }

    /**
     * A page of items in the order in which they were said. What is hidden takes no place on a page, and a page that is long
     * enough in bytes ends early. A cursor may be an item that has been deleted, of which the place where it stood counts;
     * where the thread never had it, the page is empty.
     *
     * @param view what is shown of an item; empty for one that is hidden
     * @throws Failure NO_SUCH_THREAD if there is none with this id
     */
    public <T> Page<T> list(
            ConversationId thread, PageOrder order, PageRequest<ItemId> request, Function<Item, Optional<T>> view) {
        return unitOfWork.read(() -> {
            if (threads.find(thread).isEmpty()) {
                throw new Failure(ConversationError.NO_SUCH_THREAD);
            }
            Long after = sequence(thread, request.after());
            Long before = sequence(thread, request.before());
            boolean isKnown = isKnown(request.after(), after) && isKnown(request.before(), before);
            return isKnown
                    ? page(thread, order, new PageRequest<>(request.limit(), after, before), view)
                    : new Page<>(List.of(), false);
        });
    }

    private @Nullable Long sequence(ConversationId thread, @Nullable ItemId cursor) {
        OptionalLong place = cursor == null ? OptionalLong.empty() : threads.sequence(thread, cursor);
        return place.isPresent() ? place.getAsLong() : null;
    }

    private static boolean isKnown(@Nullable ItemId cursor, @Nullable Long place) {
        return cursor == null || place != null;
    }

    /** Reads on until there are enough entries or bytes, or no more, and it is known whether one more would be shown. */
    private <T> Page<T> page(
            ConversationId thread, PageOrder order, PageRequest<Long> request, Function<Item, Optional<T>> view) {
        PageLimit limit = PageLimit.ofClient(request.limit());
        List<T> shown = new ArrayList<>();
        long bytes = 0;
        boolean hasMore = false;
        ItemRange rest = range(order, request);
        ItemBatch read;
        do {
            read = history.items(thread, rest, new PageLimit(limit.entries() + 1, limit.bytes() - bytes));
            for (Item item : read.items()) {
                Optional<T> entry = view.apply(item);
                hasMore |= entry.isPresent() && shown.size() == limit.entries();
                if (!hasMore) {
                    entry.ifPresent(shown::add);
                }
                rest = rest.after(item.sequence());
            }
            bytes = shown.isEmpty() ? 0 : bytes + read.bytes();
        } while (!hasMore && read.hasMore() && bytes < limit.bytes());
        return new Page<>(request.isBackwards() ? shown.reversed() : shown, hasMore || read.hasMore());
    }

    private static ItemRange range(PageOrder order, PageRequest<Long> request) {
        return new ItemRange(
                ItemRange.Kind.ANY,
                (order == PageOrder.OLDEST_FIRST) != request.isBackwards(),
                Objects.requireNonNullElse(request.older(order), 0L),
                Objects.requireNonNullElse(request.newer(order), Long.MAX_VALUE));
    }
}
