package dev.parley.bootstrap.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.PGStatement;

/** Detects a connection pooler such as PgBouncer, and what does not work behind it. */
public final class ConnectionPooler {

    private static final String CHANNEL = "parley_check";
    private static final int TIMEOUT_MILLIS = 5000;

    /** Of a prepared statement that is there already, and of one that is not (PostgreSQL, appendix A). */
    private static final Set<String> BROKEN = Set.of("42P05", "26000");

    private static final String DATABASE = "select current_database() || ' ' || pg_postmaster_start_time()";

    private ConnectionPooler() {}

    /** Whether there is one: the backend is another than the one announced when the connection was opened. */
    static boolean isDetected(Connection connection) throws SQLException {
        int announced = connection.unwrap(PGConnection.class).getBackendPID();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            return row.next() && row.getInt(1) != announced;
        }
    }

    /** Whether statements that one connection prepares fail or get in the way on another. */
    static boolean breaksPreparedStatements(DatabaseAccess access) throws SQLException {
        try (Connection one = access.connect();
                Connection other = access.connect()) {
            if (!prepares(one)) {
                return false;
            }
            try (PreparedStatement first = prepared(one, "select 1");
                    PreparedStatement second = prepared(other, "select 2")) {
                for (int i = 0; i < 3; i++) {
                    first.execute();
                    second.execute();
                }
                return false;
            } catch (SQLException e) {
                if (BROKEN.contains(String.valueOf(e.getSQLState()))) {
                    return true;
                }
                throw e;
            }
        }
    }

    /** Whether both lead to the same database of the same server. */
    static boolean isSameDatabase(Connection one, Connection other) throws SQLException {
        return database(one).equals(database(other));
    }

    /**
     * Whether a notification that is sent over one connection arrives at another.
     *
     * @throws SQLException if one of them cannot be used
     */
    public static boolean deliversNotifications(Connection listening, Connection sending) throws SQLException {
        try (Statement listen = listening.createStatement();
                Statement notify = sending.createStatement()) {
            listen.execute("listen " + CHANNEL);
            notify.execute("notify " + CHANNEL);
            PGNotification[] received = listening.unwrap(PGConnection.class).getNotifications(TIMEOUT_MILLIS);
            listen.execute("unlisten " + CHANNEL);
            return received != null && received.length > 0;
        }
    }

    private static boolean prepares(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getPrepareThreshold() > 0;
    }

    private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(1);
        return statement;
    }

    private static String database(Connection connection) throws SQLException {
        return FirstColumn.of(connection, DATABASE).getFirst();
    }
}
