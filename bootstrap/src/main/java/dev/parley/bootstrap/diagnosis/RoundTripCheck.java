package dev.parley.bootstrap.diagnosis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Is what is committed there, and gone when deleted? Tries it with an account of its own, and leaves nothing after. */
record RoundTripCheck() implements Check {

    private static final String SESSION = "select from conversation where id = ?";
    private static final String LOG = "select from run_log where run_id = ?";

    @Override
    public String subject() {
        return "round trip";
    }

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        UUID account = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        connection.setAutoCommit(false);
        try {
            write(connection, "insert into account (id) values (?)", account);
            write(
                    connection,
                    "insert into conversation (id, owner_id, title) values (?, ?, 'doctor')",
                    session,
                    account);
            write(connection, "insert into run (id, conversation_id) values (?, ?)", run, session);
            write(
                    connection,
                    "insert into run_log (run_id, first_sequence, last_sequence, events) values (?, 1, 1, '[]')",
                    run);
            connection.commit();
            boolean stored = isThere(connection, SESSION, session);
            write(connection, "delete from account where id = ?", account);
            connection.commit();
            boolean left = isThere(connection, SESSION, session);
            return List.of(finding(stored, left, isThere(connection, LOG, run)));
        } finally {
            connection.rollback();
            write(connection, "delete from run_log where run_id = ?", run);
            write(connection, "delete from conversation where id = ?", session);
            write(connection, "delete from account where id = ?", account);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private Finding finding(boolean stored, boolean left, boolean logLeft) {
        if (!stored) {
            return Finding.mend(subject(), "a committed session cannot be read; look at the server's log");
        }
        if (logLeft) {
            return Finding.mend(subject(), "a run's log outlives the run; mend the trigger run_takes_its_log_along");
        }
        return left
                ? Finding.mend(subject(), "a session outlives its account; mend the foreign keys")
                : Finding.ok("round trip: inserted, committed, read and deleted a session");
    }

    private static void write(Connection connection, String sql, UUID... ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                statement.setObject(i + 1, ids[i]);
            }
            statement.executeUpdate();
        }
    }

    private static boolean isThere(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
