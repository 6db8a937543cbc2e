package dev.parley.application.conversation;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.NoSuchThread;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.conversation.ThreadDirectory.Bounds;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Slice;
import dev.parley.domain.shared.Window;
import dev.parley.domain.shared.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists the items of anybody's thread, a page at a time, for whoever runs the server. */
public final class ListItems {

    private final UnitOfWork unitOfWork;
    private final ThreadDirectory threads;

    /** Makes the use case from its ports. */
    public ListItems(UnitOfWork unitOfWork, ThreadDirectory threads) {
        this.unitOfWork = unitOfWork;
        this.threads = threads;
    }

    /**
     * A page of items in the order in which they were said. What is hidden takes no place on a page.
     *
     * @param view what is shown of an item; empty for one that is hidden
     * @throws NoSuchThread if there is none with this id
     * @throws InvalidRequest if a cursor is no item of the thread
     */
    public <T> Slice<T> list(ConversationId thread, Window<ItemId> window, Function<Item, Optional<T>> view) {
        return unitOfWork.read(() -> {
            if (threads.find(thread).isEmpty()) {
                throw new NoSuchThread();
            }
            Long after = sequence(thread, "after", window.after());
            Long before = sequence(thread, "before", window.before());
            return Slices.of(
                    window, shown(thread, new Window<>(window.limit(), window.ascending(), after, before), view));
        });
    }

    private @Nullable Long sequence(ConversationId thread, String field, @Nullable ItemId cursor) {
        return cursor == null
                ? null
                : threads.sequence(thread, cursor)
                        .orElseThrow(
                                () -> new InvalidRequest(field, Words.of("must be the id of an item of this thread")));
    }

    /** Reads on until there are enough, or no more. */
    private <T> List<T> shown(ConversationId thread, Window<Long> window, Function<Item, Optional<T>> view) {
        boolean ascending = window.ascending() != window.isBackwards();
        int wanted = window.limit() + 1;
        Bounds<Long> bounds = new Bounds<>(ascending, window.older(), window.newer(), wanted);
        List<T> shown = new ArrayList<>();
        List<Item> read;
        do {
            read = threads.items(thread, bounds);
            read.stream().map(view).flatMap(Optional::stream).forEach(shown::add);
            bounds = read.isEmpty() ? bounds : behind(bounds, read.getLast().sequence());
        } while (shown.size() < wanted && read.size() == wanted);
        return shown.size() > wanted ? shown.subList(0, wanted) : shown;
    }

    private static Bounds<Long> behind(Bounds<Long> bounds, long last) {
        return bounds.ascending()
                ? new Bounds<>(true, last, bounds.newer(), bounds.maximum())
                : new Bounds<>(false, bounds.older(), last, bounds.maximum());
    }
}
