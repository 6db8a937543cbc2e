package dev.parley.persistence.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks that notifications arrive, by sending one to this node itself. Behind a pooler in transaction mode {@code LISTEN}
 * succeeds and nothing is ever delivered. Used by the listener's thread alone.
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
    private final String payload = UUID.randomUUID().toString();
    private int idleSeconds;
    private boolean isPending;
    private boolean isFailing;

    /**
     * Prepares a probe.
     *
     * @param pool the connections over which the server notifies other nodes
     */
    NotificationProbe(DataSource pool) {
        this.pool = pool;
    }

    /** Sends a notification to this node. If PostgreSQL cannot be reached it expects none: others report that. */
    void send() {
        idleSeconds = 0;
        isPending = trySend();
    }

    /** Another second has passed without any notification. */
    void idleSecond() {
        idleSeconds++;
        if (isPending && idleSeconds >= TIMEOUT) {
            isPending = false;
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
        isPending = false;
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
            return true;
        } catch (SQLException unreachable) {
            return false;
        }
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
}
