package dev.parley.persistence.shared;

import dev.parley.application.shared.FatalError;
import dev.parley.application.shared.RootCause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back when another node has sent something by {@code NOTIFY}. A notification only says that there may be something
 * new: several may be behind one call, and a channel is also called without any, after a second of silence and whenever
 * notifications may have been lost. So a lost one delays by a second at most, also while PostgreSQL is away.
 */
public final class PostgresNotifications implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresNotifications.class);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Runnable> callbacks;
    private final PendingChannels pending;
    private final NotificationListener listener;
    private final List<Thread> threads;
    private volatile boolean isClosed;

    /**
     * Prepares to listen.
     *
     * @param connections opens a new connection on each call, one of which is held; not a pool, and without a pooler in
     *     transaction mode
     * @param pool the connections over which nodes notify one another; used now and then to check that this arrives
     * @param callbacks what to call, by the channel's name. One is called at a time, and is to return soon. What it throws
     *     is logged
     * @throws IllegalArgumentException if a channel's name is not of small letters and underscores
     */
    public PostgresNotifications(DataSource connections, DataSource pool, Map<String, Runnable> callbacks) {
        this(connections, pool, callbacks, LONGEST_SILENCE);
    }

    PostgresNotifications(
            DataSource connections, DataSource pool, Map<String, Runnable> callbacks, Duration longestSilence) {
        this.callbacks = Map.copyOf(callbacks);
        this.pending = new PendingChannels(this.callbacks.keySet(), longestSilence);
        NotificationProbe probe = new NotificationProbe(
                pool, task -> Thread.ofVirtual().name("notifications-probe").start(task));
        this.listener = new NotificationListener(connections, this.callbacks.keySet(), pending, probe);
        this.threads = Stream.of(
                        Thread.ofVirtual().name("notifications-in").unstarted(listener),
                        Thread.ofVirtual().name("notifications-out").unstarted(this::callBack))
                .toList();
    }

    /** Begins to listen and to call back, on threads of its own. PostgreSQL need not be there yet. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /** Ends both; a callback that is running is waited for, for some seconds. */
    @Override
    public void close() {
        isClosed = true;
        listener.close();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void callBack() {
        try {
            while (!isClosed) {
                pending.take().forEach(this::call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(String channel) {
        Runnable callback = callbacks.get(channel);
        if (callback == null) {
            return;
        }
        try {
            callback.run();
        } catch (RuntimeException | Error e) {
            FatalError.haltOn(e);
            log.error("What listens to {} failed: {}", channel, RootCause.of(e), e);
        }
    }
}
