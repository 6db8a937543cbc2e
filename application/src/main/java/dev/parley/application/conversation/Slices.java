package dev.parley.application.conversation;

import dev.parley.domain.shared.Slice;
import dev.parley.domain.shared.Window;
import java.util.List;

/** Makes pages from what was read for them. */
public final class Slices {

    private Slices() {}

    /**
     * The page of a window.
     *
     * @param found up to one more than the window takes, in the order in which they were read
     */
    public static <T> Slice<T> of(Window<?> window, List<T> found) {
        boolean hasMore = found.size() > window.limit();
        List<T> page = hasMore ? found.subList(0, window.limit()) : found;
        return new Slice<>(window.isBackwards() ? page.reversed() : page, hasMore);
    }
}
