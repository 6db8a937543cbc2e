package dev.parley.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.bootstrap.folder.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

@WithEmbeddedServer
class DatabaseHealthIndicatorTest {

    private static final Duration SHORT = Duration.ofMillis(250);

    @TempDir
    private static Path path;

    private static DataFolder folder;
    private static EmbeddedServer server;

    private HikariDataSource pool;

    @BeforeAll
    static void startMigrated() {
        folder = DataFolder.take(path);
        server = EmbeddedServer.start(folder);
        EmbeddedSchema.migrate(server);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        folder.close();
    }

    /** To connect takes longer than a check may. */
    @BeforeEach
    void connect() throws SQLException {
        pool = poolOf(EmbeddedSchema.superuser(server, path));
        execute("select 1");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aMigratedDatabaseIsUp() {
        Health health = health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("migration", SchemaVersion.newest())
                .containsEntry("connections_maximum", 2);
    }

    @Test
    void anOlderSchemaIsDown() {
        Health health = new DatabaseHealthIndicator(pool, "9999").health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("problem", "the schema is older than this build's");
    }

    @Test
    void aSchemaThatANewerBuildHasMadeIsUp() {
        Health health = new DatabaseHealthIndicator(pool, "0.9").health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aReadOnlyDatabaseIsDown() throws SQLException {
        execute("alter database postgres set default_transaction_read_only = on");
        try (HikariDataSource readOnly = poolOf(EmbeddedSchema.superuser(server, path))) {
            readOnly.getConnection().close();
            assertThat(new DatabaseHealthIndicator(readOnly, SchemaVersion.newest())
                            .health()
                            .getDetails())
                    .containsEntry("problem", "the server is read-only");
        } finally {
            execute("begin read write; alter database postgres reset default_transaction_read_only; commit");
        }
    }

    @Test
    @Timeout(60)
    void anExhaustedPoolIsDownWhileItIs() throws SQLException {
        pool.setConnectionTimeout(SHORT.toMillis());
        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            assertThat(first).isNotSameAs(second);
            assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    @Timeout(60)
    void aDatabaseThatIsAwayIsDown(@TempDir Path other) throws IOException, SQLException {
        try (DataFolder itsFolder = DataFolder.take(other)) {
            EmbeddedServer leaving = EmbeddedServer.start(itsFolder);
            try (HikariDataSource itsPool = poolOf(leaving.routes().runtime())) {
                DatabaseHealthIndicator indicator = new DatabaseHealthIndicator(itsPool, SchemaVersion.newest());
                itsPool.getConnection().close();
                itsPool.setConnectionTimeout(SHORT.toMillis());

                leaving.close();

                assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
            }
        }
    }

    private static HikariDataSource poolOf(DatabaseAccess access) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.username());
        pool.setPassword(access.password());
        pool.setConnectionTimeout(Duration.ofSeconds(30).toMillis());
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private Health health() {
        return new DatabaseHealthIndicator(pool, SchemaVersion.newest()).health();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
