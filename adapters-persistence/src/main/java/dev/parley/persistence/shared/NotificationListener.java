package dev.parley.persistence.shared;

import dev.parley.application.shared.RootCause;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens over one connection, and over the next one when that is lost. */
final class NotificationListener implements Runnable, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NotificationListener.class);
    private static final Pattern CHANNEL = Pattern.compile("[a-z_]{1,63}");

    /** The {@code application_name} of its connection. */
    private static final String NAME = "parley-notifications";

    /** A silent connection may be a dead one, which is found out this often; less than the usual socket timeout. */
    private static final int SILENCE_MILLIS = 1000;

    private static final int VALIDATION_SECONDS = 2;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final DataSource connections;
    private final Set<String> channels;
    private final PendingChannels pending;
    private final NotificationProbe probe;
    private Duration pause = SHORTEST_PAUSE;
    private boolean isLost;
    private volatile boolean isClosed;

    /**
     * Prepares to listen.
     *
     * @param connections opens a new connection on each call, without a pooler in transaction mode; not a pool
     */
    NotificationListener(
            DataSource connections, Set<String> channels, PendingChannels pending, NotificationProbe probe) {
        channels.forEach(NotificationListener::check);
        this.connections = connections;
        this.channels = channels;
        this.pending = pending;
        this.probe = probe;
    }

    @Override
    public void run() {
        try {
            while (!isClosed) {
                listen();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops listening. The caller interrupts the thread as well, which closes the socket that it reads. */
    @Override
    public void close() {
        isClosed = true;
    }

    private void listen() throws InterruptedException {
        try (Connection connection = connections.getConnection()) {
            subscribe(connection);
            receive(connection);
        } catch (SQLException | RuntimeException e) {
            lost(e);
        }
    }

    /** Notifications of before may be lost. */
    private void subscribe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set application_name = '" + NAME + "'");
            statement.execute("listen " + NotificationProbe.CHANNEL);
            for (String channel : channels) {
                statement.execute("listen " + channel);
            }
        }
        if (isLost) {
            log.info("Notifications of other nodes arrive again");
        }
        isLost = false;
        pause = SHORTEST_PAUSE;
        pending.addAll();
        probe.send();
    }

    private void receive(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!isClosed) {
            PGNotification[] notifications = postgres.getNotifications(SILENCE_MILLIS);
            if (notifications == null || notifications.length == 0) {
                checkAlive(connection);
                probe.idleSecond();
            } else {
                for (PGNotification notification : notifications) {
                    receive(notification);
                }
            }
        }
    }

    private void receive(PGNotification notification) {
        if (notification.getName().equals(NotificationProbe.CHANNEL)) {
            probe.received(notification.getParameter());
        } else {
            pending.add(notification.getName());
        }
    }

    private static void checkAlive(Connection connection) throws SQLException {
        if (!connection.isValid(VALIDATION_SECONDS)) {
            throw new SQLNonTransientConnectionException("the connection does not answer");
        }
    }

    private void lost(Exception cause) throws InterruptedException {
        if (isClosed) {
            return;
        }
        if (!isLost) {
            log.warn(
                    "Notifications of other nodes do not arrive until PostgreSQL can be reached again: {}",
                    RootCause.of(cause),
                    cause);
        }
        isLost = true;
        Thread.sleep(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static void check(String channel) {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("no name of a channel: " + channel);
        }
    }
}
