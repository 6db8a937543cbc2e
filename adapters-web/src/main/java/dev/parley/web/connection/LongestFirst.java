package dev.parley.web.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;

/** Takes from several queues so that those who have put the most lose the most. */
final class LongestFirst {

    private LongestFirst() {}

    /** The longest first. */
    static <E> Comparator<Deque<E>> byLength() {
        return Comparator.comparingInt((Deque<E> queue) -> queue.size()).reversed();
    }

    /**
     * Removes elements, each the first one of the queue that is the longest then.
     *
     * @param number how many to remove; fewer where the queues have no more
     * @param left how many elements each queue keeps at least
     * @param order of the queues: {@link #byLength}, and perhaps which of two comes first that are equally long
     */
    static <E> List<E> remove(Stream<? extends Deque<E>> queues, int number, int left, Comparator<Deque<E>> order) {
        Queue<Deque<E>> longest = new PriorityQueue<>(order);
        queues.filter(queue -> queue.size() > left).forEach(longest::add);
        List<E> removed = new ArrayList<>();
        while (removed.size() < number && !longest.isEmpty()) {
            Deque<E> queue = longest.remove();
            removed.add(queue.remove());
            if (queue.size() > left) {
                longest.add(queue);
            }
        }
        return removed;
    }
}
