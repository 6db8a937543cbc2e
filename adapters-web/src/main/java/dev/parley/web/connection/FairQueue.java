package dev.parley.web.connection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SequencedMap;

/**
 * A queue from which senders are served in turn, however much each of them has put into it; what one sender has put keeps
 * its order.
 *
 * @param <K> a sender
 * @param <E> what is queued
 */
final class FairQueue<K, E> {

    /** Never an empty one; the first is next. */
    private final SequencedMap<K, Deque<E>> queues = new LinkedHashMap<>();

    /** Puts an element behind all that its sender has put. */
    synchronized void add(K sender, E element) {
        queues.computeIfAbsent(sender, first -> new ArrayDeque<>()).add(element);
        notifyAll();
    }

    /** Removes the next element of the sender whose turn it is, and waits for one if need be. */
    synchronized E take() throws InterruptedException {
        while (queues.isEmpty()) {
            wait();
        }
        Map.Entry<K, Deque<E>> next = Objects.requireNonNull(queues.pollFirstEntry());
        E element = next.getValue().remove();
        if (!next.getValue().isEmpty()) {
            queues.put(next.getKey(), next.getValue());
        }
        return element;
    }

    /** Removes elements of those who have put the most, the first ones first; nobody's only one. */
    synchronized List<E> removeFromLongest(int number) {
        Queue<Deque<E>> longest = new PriorityQueue<>(
                Comparator.comparingInt((Deque<E> queue) -> queue.size()).reversed());
        queues.values().stream().filter(queue -> queue.size() > 1).forEach(longest::add);
        List<E> removed = new ArrayList<>();
        while (removed.size() < number && !longest.isEmpty()) {
            Deque<E> queue = longest.remove();
            removed.add(queue.remove());
            if (queue.size() > 1) {
                longest.add(queue);
            }
        }
        return removed;
    }

    synchronized boolean isEmpty() {
        return queues.isEmpty();
    }

    synchronized int size() {
        return queues.values().stream().mapToInt(Deque::size).sum();
    }
}
