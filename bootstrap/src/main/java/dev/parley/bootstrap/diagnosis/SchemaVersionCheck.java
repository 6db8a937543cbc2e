package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.database.SchemaVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Has the database the schema of this build? */
record SchemaVersionCheck() implements Check {

    private static final String NO_SCHEMA = "there is no schema yet; start Parley once, it makes it";
    private static final String ANOTHER = "; start this build once, or use the build that made it";

    @Override
    public String subject() {
        return "schema version";
    }

    /** Whether a finding says that there is no schema or that of another build, rather than that this is not known. */
    static boolean isOfAnotherBuild(Finding finding) {
        String mend = String.valueOf(finding.mend());
        return mend.equals(NO_SCHEMA) || mend.endsWith(ANOTHER);
    }

    @Override
    public List<Finding> examine(Connection connection) throws SQLException {
        String newest = SchemaVersion.newest();
        if (!Query.is(connection, "select to_regclass('flyway_schema_history') is not null")) {
            return List.of(Finding.mend(subject(), NO_SCHEMA));
        }
        List<String> versions = Query.rows(connection, SchemaVersion.QUERY, row -> String.valueOf(row.getString(1)));
        return List.of(
                versions.equals(List.of(newest))
                        ? Finding.ok(subject() + ": " + newest)
                        : Finding.mend(
                                subject(), "it is at " + versions + " and this build is at " + newest + ANOTHER));
    }
}
