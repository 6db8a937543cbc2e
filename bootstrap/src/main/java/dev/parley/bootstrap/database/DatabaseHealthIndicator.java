package dev.parley.bootstrap.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database answers in time, takes writes and has the schema of this build; writes nothing to find out. */
final class DatabaseHealthIndicator implements HealthIndicator {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final HikariDataSource pool;
    private final String newestMigration;

    DatabaseHealthIndicator(HikariDataSource pool, String newestMigration) {
        this.pool = pool;
        this.newestMigration = newestMigration;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.unknown();
        try {
            check(askInTime(), health);
        } catch (SQLException | TimeoutException e) {
            health.down(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            health.down(e);
        }
        return withPool(health).build();
    }

    private void check(Answer answer, Health.Builder health) {
        String problem = problem(answer);
        if (problem == null) {
            health.up();
        } else {
            health.down().withDetail("problem", problem);
        }
        health.withDetail("migration", String.valueOf(answer.migration()))
                .withDetail("newest_migration", newestMigration);
    }

    private @Nullable String problem(Answer answer) {
        if (answer.inRecovery()) {
            return "the server is in recovery";
        }
        if (answer.readOnly()) {
            return "the server is read-only";
        }
        return SchemaVersion.isOlder(answer.migration(), newestMigration)
                ? "the schema is older than this build's"
                : null;
    }

    /** Asks on a thread of its own, since a pool and a socket that wait one after the other would take too long. */
    private Answer askInTime() throws SQLException, TimeoutException, InterruptedException {
        FutureTask<Answer> question = new FutureTask<>(this::ask);
        Thread.ofVirtual().name("database-health").start(question);
        try {
            return question.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e.getCause());
        } finally {
            question.cancel(true);
        }
    }

    private Answer ask() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pg_is_in_recovery(), current_setting('transaction_read_only')::boolean," + " ("
                                + SchemaVersion.QUERY + ")")) {
            row.next();
            return new Answer(row.getBoolean(1), row.getBoolean(2), row.getString(3));
        }
    }

    private Health.Builder withPool(Health.Builder health) {
        HikariPoolMXBean numbers = pool.getHikariPoolMXBean();
        return numbers == null
                ? health
                : health.withDetail("connections_active", numbers.getActiveConnections())
                        .withDetail("connections_idle", numbers.getIdleConnections())
                        .withDetail("connections_awaited", numbers.getThreadsAwaitingConnection())
                        .withDetail("connections_maximum", pool.getMaximumPoolSize());
    }

    private record Answer(
            boolean inRecovery, boolean readOnly, @Nullable String migration) {}
}
