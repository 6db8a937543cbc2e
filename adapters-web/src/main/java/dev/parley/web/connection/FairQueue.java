package dev.parley.web.connection;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A queue from which senders are served in turn, however much each of them has put into it; what one sender has put keeps
 * its order. Whoever was not served for some rounds may make up for them, ahead of all who were: this is start-time fair
 * queueing (Goyal, Vin, Cheng, 1996) for elements of one size, with a credit.
 *
 * @param <K> a sender
 * @param <E> what is queued
 */
final class FairQueue<K, E> {

    /** How many rounds a sender may make up for, about as many as a browser opens connections. */
    private static final int CREDIT = 8;

    /** At how many senders those are looked for whose last round is over. */
    private static final int SENDERS_TO_FORGET = 4096;

    /** Also those of whom nothing waits, until the round is over in which they were last served. */
    private final Map<K, Sender<E>> senders = new HashMap<>();

    /** Those of whom something waits; the first is next. */
    private final Queue<Sender<E>> turns = new PriorityQueue<>(
            Comparator.comparingLong((Sender<E> sender) -> sender.round).thenComparingLong(sender -> sender.place));

    private long round;
    private long lastPlace;

    /** Puts an element after all that its sender has put. */
    synchronized void add(K key, E element) {
        Sender<E> sender = senders.computeIfAbsent(key, first -> new Sender<>());
        sender.elements.add(element);
        if (sender.elements.size() == 1) {
            sender.round = Math.max(sender.round, round - CREDIT);
            queue(sender);
            notifyAll();
        }
    }

    /** Removes the next element of the sender whose turn it is, and waits for one if need be. */
    synchronized E take() throws InterruptedException {
        while (turns.isEmpty()) {
            wait();
        }
        Sender<E> next = turns.remove();
        E element = next.elements.remove();
        round = Math.max(round, next.round++);
        if (!next.elements.isEmpty()) {
            queue(next);
        }
        forgetSenders();
        return element;
    }

    /** Removes elements of those who have put the most, the first ones first; nobody's only one. */
    synchronized List<E> removeFromLongest(int number) {
        return LongestFirst.remove(turns.stream().map(sender -> sender.elements), number, 1, LongestFirst.byLength());
    }

    synchronized boolean isEmpty() {
        return turns.isEmpty();
    }

    synchronized int size() {
        return turns.stream().mapToInt(sender -> sender.elements.size()).sum();
    }

    private void queue(Sender<E> sender) {
        sender.place = ++lastPlace;
        turns.add(sender);
    }

    private void forgetSenders() {
        if (turns.isEmpty()) {
            senders.clear();
        } else if (senders.size() >= Math.max(SENDERS_TO_FORGET, 2 * turns.size())) {
            senders.values().removeIf(sender -> sender.elements.isEmpty() && sender.round <= round - CREDIT);
        }
    }

    private static final class Sender<E> {

        private final Deque<E> elements = new ArrayDeque<>();

        /** The round in which it is served next. */
        private long round = Long.MIN_VALUE;

        /** Its place among those of the same round. */
        private long place;
    }
}
