package dev.parley.persistence.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Nodes of an earlier version go on while migrations run, and lock tables in orders of their own. */
class MigrationLocksTest {

    /** Up to here nodes had to be stopped. */
    private static final MigrationVersion FIRST = MigrationVersion.fromVersion("11");

    private static final String TABLES =
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'";

    /** Modes that keep writers out (PostgreSQL, section 13.3.1). */
    private static final String LOCKED = TABLES + """
             and oid in (select relation from pg_locks
                         where pid = pg_backend_pid()
                           and mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))""";

    @Test
    void noMigrationLocksMoreThanOneTableThatWasThereBefore() throws Exception {
        try (TestDatabase database = TestDatabase.empty();
                Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (MigrationInfo migration :
                    flyway(database, MigrationVersion.LATEST).info().pending()) {
                if (migration.getVersion().isAtLeast(FIRST.getVersion())) {
                    assertThat(lockedBy(migration, connection))
                            .as(migration.getScript())
                            .hasSizeLessThan(2);
                }
                flyway(database, migration.getVersion()).migrate();
            }
        }
    }

    private static List<String> lockedBy(MigrationInfo migration, Connection connection)
            throws SQLException, IOException {
        List<String> before = strings(connection, TABLES);
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.execute(new ClassPathResource("db/migration/" + migration.getScript()).getContentAsString(UTF_8));
        }
        List<String> locked = strings(connection, LOCKED);
        connection.rollback();
        locked.retainAll(before);
        return locked;
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    private static Flyway flyway(TestDatabase database, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .target(target)
                .load();
    }
}
