package dev.parley.persistence.shared;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The channels that are to be called: those with a notification, and all after a silence. */
final class PendingChannels {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> all;
    private final long longestSilence;
    private final Set<String> pending = new HashSet<>();
    private long dueAt;

    PendingChannels(Set<String> all, Duration longestSilence) {
        this.all = Set.copyOf(all);
        this.longestSilence = longestSilence.toNanos();
        this.dueAt = System.nanoTime() + this.longestSilence;
    }

    void add(String channel) {
        add(Set.of(channel));
    }

    void addAll() {
        add(all);
    }

    /** Waits for channels to call. However often one of them is notified, the others get their turn. */
    Set<String> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = dueAt - System.nanoTime();
            while (pending.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (dueAt - System.nanoTime() <= 0) {
                dueAt = System.nanoTime() + longestSilence;
                pending.addAll(all);
            }
            Set<String> taken = Set.copyOf(pending);
            pending.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void add(Set<String> channels) {
        lock.lock();
        try {
            pending.addAll(channels);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
