package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.bootstrap.database.DatabaseErrorText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Is the server new enough, and does it take writes? */
record ServerCheck(DatabaseAccess access) implements Check {

    @Override
    public String subject() {
        return "server";
    }

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        return List.of(
                DatabaseErrorText.ofServer(access, connection)
                        .map(refusal -> Finding.mend("server version", refusal))
                        .orElse(Finding.ok("server version: PostgreSQL " + version)),
                writes(connection));
    }

    private static Finding writes(Connection connection) throws SQLException {
        if (Query.is(connection, "select pg_is_in_recovery()")) {
            return Finding.mend(
                    "writes", "the server is a standby in recovery; connect to the primary or promote this");
        }
        return Query.is(connection, "select current_setting('transaction_read_only')::boolean")
                ? Finding.mend("writes", "the server is read-only; set default_transaction_read_only = off")
                : Finding.ok("writes: the server takes them");
    }
}
