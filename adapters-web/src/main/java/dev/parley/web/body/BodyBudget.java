package dev.parley.web.body;

import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpHeaders;

/**
 * The bytes of bodies that a node keeps in memory at a time. They are taken as they arrive and not as they are announced,
 * and no one who sends may hold more than a quarter of them.
 */
public final class BodyBudget {

    private static final HttpError BUSY =
            HttpError.of(RequestError.TOO_MANY_REQUESTS_AT_ONCE).with(Map.of(HttpHeaders.RETRY_AFTER, "5"));
    private static final int LARGEST_PART = 4;
    private static final int PART_OF_HEAP = 8;

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();
    private final ConcurrentMap<Object, Long> takenBySender = new ConcurrentHashMap<>();

    /**
     * A budget.
     *
     * @param bytes of all bodies together
     */
    public BodyBudget(long bytes) {
        this.bytes = bytes;
    }

    /**
     * A budget that fits into a heap: an eighth of it.
     *
     * @param heap in bytes
     */
    public static BodyBudget ofHeap(long heap) {
        return new BodyBudget(heap / PART_OF_HEAP);
    }

    /**
     * The share of one request, empty at first.
     *
     * @param sender who sends it; equal for all requests that count as one sender's
     */
    public Share share(Object sender) {
        return new Share(sender);
    }

    /** How many bytes are taken. */
    long taken() {
        return taken.get();
    }

    /** How many bytes a sender has taken. */
    long taken(Object sender) {
        return takenBySender.getOrDefault(sender, 0L);
    }

    private void take(Object sender, int number) {
        takenBySender.compute(sender, (key, before) -> {
            long after = (before == null ? 0 : before) + number;
            if (after > bytes / LARGEST_PART || !takeFromNode(number)) {
                throw new HttpErrorException(BUSY);
            }
            return after;
        });
    }

    private boolean takeFromNode(int number) {
        if (taken.addAndGet(number) <= bytes) {
            return true;
        }
        taken.addAndGet(-number);
        return false;
    }

    private void giveBack(Object sender, long number) {
        takenBySender.computeIfPresent(sender, (key, before) -> before > number ? before - number : null);
        taken.addAndGet(-number);
    }

    /** What one request has taken, until it is closed. Not for several threads at a time. */
    public final class Share implements AutoCloseable {

        private final Object sender;
        private long held;

        private Share(Object sender) {
            this.sender = sender;
        }

        /**
         * Takes bytes.
         *
         * @throws HttpErrorException with the code SERVICE_UNAVAILABLE if the node, or the sender, has none left; then none are taken
         */
        public void add(int number) {
            take(sender, number);
            held += number;
        }

        /** Gives everything back. */
        @Override
        public void close() {
            if (held > 0) {
                giveBack(sender, held);
                held = 0;
            }
        }
    }
}
