package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.database.SchemaVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Has the database the schema of this build? */
record SchemaVersionCheck() implements Check {

    @Override
    public String subject() {
        return "schema version";
    }

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        String newest = SchemaVersion.newest();
        if (!Query.is(connection, "select to_regclass('flyway_schema_history') is not null")) {
            return List.of(Finding.mend(subject(), "there is no schema yet; start Parley once, it makes it"));
        }
        List<String> versions = Query.rows(connection, SchemaVersion.QUERY, row -> String.valueOf(row.getString(1)));
        return List.of(
                versions.equals(List.of(newest))
                        ? Finding.ok(subject() + ": " + newest)
                        : Finding.mend(
                                subject(),
                                "it is at " + versions + " and this build is at " + newest
                                        + "; start this build once, or use the build that made it"));
    }
}
