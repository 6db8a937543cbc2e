package dev.parley.web.request;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many requests of one kind run side by side on this node, for each of those who are counted. */
public final class ConcurrencyLimit<K> {

    private final ConcurrentMap<K, Integer> running = new ConcurrentHashMap<>();
    private final int maximum;

    /** Makes a limit of so many for each. */
    public ConcurrencyLimit(int maximum) {
        this.maximum = maximum;
    }

    /** Counts one more, if it may run; it is then to be ended. */
    public boolean tryBegin(K who) {
        if (running.merge(who, 1, Integer::sum) <= maximum) {
            return true;
        }
        end(who);
        return false;
    }

    /** Counts one less. */
    public void end(K who) {
        running.computeIfPresent(who, (key, count) -> count > 1 ? count - 1 : null);
    }
}
