package dev.parley.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.shared.FailureKind;
import dev.parley.persistence.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JdbcUnitOfWorkConnectionTest {

    @Test
    void aServerThatIsAwayFailsTheConnection() {
        DataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere");

        assertThatTheConnectionFails(unitsOver(nowhere));
    }

    @Test
    @SuppressWarnings("try")
    void anExhaustedPoolFailsTheConnection() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                HikariDataSource pool = poolOfOne(database, Duration.ofMillis(250));
                Connection onlyOne = takeFrom(pool)) {
            assertThatTheConnectionFails(unitsOver(pool));
        }
    }

    @Test
    void whateverTheWorkThrowsItsConnectionGoesBackToThePool() {
        try (TestDatabase database = TestDatabase.create();
                HikariDataSource pool = poolOfOne(database, Duration.ofMinutes(1))) {
            UnitOfWork units = unitsOver(pool);
            Exception checked = new IOException("declared by nobody");

            assertThatThrownBy(() -> units.run(() -> throwUndeclared(checked))).isSameAs(checked);

            assertThat(units.<String>execute(() -> "served")).isEqualTo("served");
        }
    }

    private static void assertThatTheConnectionFails(UnitOfWork units) {
        SystemFailure failure = catchThrowableOfType(SystemFailure.class, () -> units.run(() -> {}));

        assertThat(failure.step()).isEqualTo("connection");
        assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(failure).hasCauseInstanceOf(Exception.class);
    }

    /** Again where the short timeout was too short for a slow machine to connect. */
    private static Connection takeFrom(DataSource pool) {
        return await().ignoreExceptions().until(pool::getConnection, Objects::nonNull);
    }

    private static UnitOfWork unitsOver(DataSource dataSource) {
        return new JdbcUnitOfWork(new JdbcTransactionManager(dataSource), new SimpleMeterRegistry());
    }

    private static HikariDataSource poolOfOne(TestDatabase database, Duration timeout) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(timeout.toMillis());
        return pool;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void throwUndeclared(Exception exception) throws E {
        throw (E) exception;
    }
}
