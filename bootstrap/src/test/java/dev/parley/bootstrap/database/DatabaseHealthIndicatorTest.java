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
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class DatabaseHealthIndicatorTest {

    @TempDir
    private Path path;

    private DataFolder folder;
    private EmbeddedServer server;
    private HikariDataSource pool;

    @BeforeEach
    void startMigrated() {
        folder = DataFolder.take(path);
        server = EmbeddedServer.start(folder);
        DatabaseAccess access = server.access();
        pool = new HikariDataSource();
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.username());
        pool.setPassword(access.password());
        pool.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
        pool.setMaximumPoolSize(2);
        Flyway.configure().dataSource(pool).load().migrate();
    }

    @AfterEach
    void stop() throws IOException {
        pool.close();
        server.close();
        folder.close();
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
        pool.getHikariPoolMXBean().softEvictConnections();

        assertThat(health().getDetails()).containsEntry("problem", "the server is read-only");
    }

    @Test
    @Timeout(5)
    void anExhaustedPoolIsDownInTime() throws SQLException {
        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            assertThat(first).isNotSameAs(second);
            assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    @Timeout(10)
    void aDatabaseThatIsAwayIsDownInTime() throws IOException {
        server.close();

        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
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
