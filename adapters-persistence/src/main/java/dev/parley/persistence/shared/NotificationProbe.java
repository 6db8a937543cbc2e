package dev.parley.persistence.shared;

import dev.parley.application.shared.RootCause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks that notifications arrive, by sending one to this node itself. Behind a pooler in transaction mode {@code LISTEN}
 * succeeds and nothing is ever delivered. Used by the listener's thread alone, which does not wait for a connection of the
 * pool.
 */
final class NotificationProbe {

    /** All nodes receive what is sent on it; each ignores the payloads of others. */
    static final String CHANNEL = "parley_probe";

    private static final Logger log = LoggerFactory.getLogger(NotificationProbe.class);

    /** In idle seconds; delivery takes milliseconds. */
    private static final int TIMEOUT = 5;

    /** In idle seconds. */
    private static final int INTERVAL = 60;

    private final DataSource pool;
    private final Executor sender;
    private final String payload = UUID.randomUUID().toString();
    private final AtomicReference<State> state = new AtomicReference<>(State.NOTHING_EXPECTED);
    private int idleSeconds;
    private boolean isFailing;
    private volatile boolean isRefused;

    /**
     * Prepares a probe.
     *
     * @param pool the connections over which the server notifies other nodes
     * @param sender waits for one of them
     */
    NotificationProbe(DataSource pool, Executor sender) {
        this.pool = pool;
        this.sender = sender;
    }

    /** Sends a notification to this node. If PostgreSQL cannot be reached it expects none: others report that. */
    void send() {
        idleSeconds = 0;
        state.set(State.SENDING);
        sender.execute(() -> state.compareAndSet(State.SENDING, trySend() ? State.PENDING : State.NOTHING_EXPECTED));
    }

    /** Another second has passed without any notification. */
    void idleSecond() {
        State current = state.get();
        if (current == State.SENDING) {
            return;
        }
        idleSeconds++;
        if (current == State.PENDING && idleSeconds >= TIMEOUT) {
            state.set(State.NOTHING_EXPECTED);
            fail();
        } else if (idleSeconds >= INTERVAL) {
            send();
        }
    }

    /** A notification has arrived on the channel. */
    void received(String received) {
        if (!received.equals(payload)) {
            return;
        }
        state.set(State.NOTHING_EXPECTED);
        if (isFailing) {
            log.info("Notifications arrive again");
        }
        isFailing = false;
    }

    private boolean trySend() {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, payload);
            statement.execute();
            isRefused = false;
            return true;
        } catch (SQLException e) {
            if (!isUnreachable(e)) {
                refused(e);
            }
            return false;
        } catch (RuntimeException e) {
            refused(e);
            return false;
        }
    }

    /** Connection exceptions and operator intervention (PostgreSQL, appendix A), or a pool without a free connection. */
    private static boolean isUnreachable(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    private void refused(Exception cause) {
        if (!isRefused) {
            log.warn("Whether notifications arrive cannot be checked: {}", RootCause.of(cause), cause);
        }
        isRefused = true;
    }

    private void fail() {
        if (!isFailing) {
            log.warn(
                    "Notifications do not arrive, as behind PgBouncer in transaction mode: events of other nodes are seen up"
                            + " to a second late. Set parley.database.direct-url (PARLEY_DATABASE_DIRECT_URL) to the"
                            + " address of PostgreSQL itself");
        }
        isFailing = true;
    }

    private enum State {
        SENDING,
        PENDING,
        NOTHING_EXPECTED
    }
}
