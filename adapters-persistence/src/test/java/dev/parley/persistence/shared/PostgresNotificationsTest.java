package dev.parley.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresNotificationsTest {

    /** So long that no call is due to it. */
    private static final Duration NEVER = Duration.ofHours(1);

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(NotificationListener.class);

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicInteger logCalls = new AtomicInteger();
    private final AtomicInteger cancelCalls = new AtomicInteger();
    private @Nullable PostgresNotifications notifications;

    @BeforeEach
    void collectLines() {
        lines.start();
        LOGGER.setLevel(Level.INFO);
        LOGGER.addAppender(lines);
        LOGGER.setAdditive(false);
    }

    @AfterEach
    void close() {
        if (notifications != null) {
            notifications.close();
        }
        LOGGER.detachAppender(lines);
        LOGGER.setAdditive(true);
        LOGGER.setLevel(null);
        database.close();
    }

    @Test
    void whatMayHaveBeenMissedBeforeIsMadeUpFor() {
        start(NEVER);

        await().untilAsserted(() -> assertCalls(1, 1));
    }

    @Test
    void aNotificationCallsItsChannelAlone() {
        startAndListen();

        tell("parley_log");

        await().untilAsserted(() -> assertCalls(2, 1));
    }

    @Test
    void aSilentChannelIsCalledAllTheSame() {
        start(SOON);

        await().untilAsserted(() -> {
            assertThat(logCalls).hasValueGreaterThan(5);
            assertThat(cancelCalls).hasValueGreaterThan(5);
        });
    }

    @Test
    void aChannelThatIsHeardAllTheTimeDoesNotHideTheOthers() {
        start(SOON);

        await().pollInterval(Duration.ofMillis(1)).untilAsserted(() -> {
            tell("parley_log");
            assertThat(cancelCalls).hasValueGreaterThan(10);
        });
    }

    @Test
    void whatWasToldWhileTheConnectionWasLostIsMadeUpFor() {
        startAndListen();

        loseTheConnection();
        tell("parley_log");

        await().untilAsserted(() -> assertCalls(2, 2));
    }

    @Test
    void aLostConnectionIsReplaced() {
        startAndListen();
        loseTheConnection();
        await().untilAsserted(() -> assertCalls(2, 2));

        tell("parley_cancel");

        await().untilAsserted(() -> assertCalls(2, 3));
    }

    @Test
    void aLostConnectionIsOneLineAndItsReplacementAnother() {
        startAndListen();

        loseTheConnection();
        await().untilAsserted(() -> assertCalls(2, 2));

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void channelsAreCalledWhilePostgresqlIsAway() {
        start(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere"), SOON, logCalls::incrementAndGet);

        await().untilAsserted(() -> assertThat(logCalls).hasValueGreaterThan(20));
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);
    }

    @Test
    void aCallbackThatFailsIsCalledAgain() {
        start(connections(), SOON, () -> {
            logCalls.incrementAndGet();
            throw new IllegalStateException("the callback's own trouble");
        });

        await().untilAsserted(() -> {
            assertThat(logCalls).hasValueGreaterThan(3);
            assertThat(cancelCalls).hasValueGreaterThan(3);
        });
    }

    @Test
    void aDefectThatKeepsItFromListeningIsOneLineAndDoesNotEndIt() {
        AtomicInteger attempts = new AtomicInteger();
        DataSource defective = connectionsAfter(() -> {
            if (attempts.incrementAndGet() <= 3) {
                throw new IllegalStateException("a defect");
            }
        });
        start(defective, NEVER, logCalls::incrementAndGet);

        await().untilAsserted(() -> assertCalls(1, 1));

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void aPoolThatFailsDoesNotEndIt() {
        start(connections(), failing(), NEVER, logCalls::incrementAndGet);
        await().untilAsserted(() -> assertCalls(1, 1));

        tell("parley_log");

        await().untilAsserted(() -> assertCalls(2, 1));
        assertThat(lines.list).isEmpty();
    }

    @Test
    void aPoolThatIsExhaustedDoesNotHoldUpNotifications() {
        CountDownLatch isFree = new CountDownLatch(1);
        start(connections(), connectionsAfter(() -> hold(isFree)), NEVER, logCalls::incrementAndGet);
        await().untilAsserted(() -> assertCalls(1, 1));

        tell("parley_log");

        await().untilAsserted(() -> assertCalls(2, 1));
        isFree.countDown();
    }

    @Test
    void noConnectionIsTakenFromThePool() {
        startAndListen();

        assertThat(listeners()).isEqualTo(1);
        await().untilAsserted(() ->
                assertThat(pool().getHikariPoolMXBean().getActiveConnections()).isZero());
    }

    @Test
    void nothingIsCalledAndNothingListensAfterTheEnd() {
        PostgresNotifications ended = start(SOON);
        await().untilAsserted(() -> assertThat(logCalls).hasValueGreaterThan(1));

        ended.close();

        int calls = logCalls.get();
        await().during(SOON.multipliedBy(5))
                .untilAsserted(() -> assertThat(logCalls).hasValue(calls));
        await().untilAsserted(() -> assertThat(listeners()).isZero());
        assertThat(lines.list).isEmpty();
    }

    @Test
    void whatIsNoNameOfAChannelIsRefused() {
        Map<String, Runnable> injected = Map.of("a; drop table run", () -> {});

        assertThatThrownBy(() -> new PostgresNotifications(connections(), pool(), injected))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void startAndListen() {
        start(NEVER);
        await().untilAsserted(() -> assertCalls(1, 1));
    }

    private PostgresNotifications start(Duration longestSilence) {
        return start(connections(), longestSilence, logCalls::incrementAndGet);
    }

    private PostgresNotifications start(DataSource connections, Duration longestSilence, Runnable onLog) {
        return start(connections, database.dataSource(), longestSilence, onLog);
    }

    private PostgresNotifications start(
            DataSource connections, DataSource pool, Duration longestSilence, Runnable onLog) {
        PostgresNotifications started = new PostgresNotifications(
                connections,
                pool,
                Map.of("parley_log", onLog, "parley_cancel", cancelCalls::incrementAndGet),
                longestSilence);
        notifications = started;
        started.start();
        return started;
    }

    private void assertCalls(int ofLog, int ofCancel) {
        assertThat(List.of(logCalls.get(), cancelCalls.get())).containsExactly(ofLog, ofCancel);
    }

    private void tell(String channel) {
        jdbc.sql("select pg_notify(:channel, '')")
                .param("channel", channel)
                .query((row, number) -> true)
                .list();
    }

    private void loseTheConnection() {
        List<Boolean> ended =
                jdbc.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = 'parley-notifications' and datname = current_database()""").query((row, number) -> row.getBoolean(1)).list();
        assertThat(ended).containsExactly(true);
    }

    private int listeners() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where application_name = 'parley-notifications' and datname = current_database()""").query(Integer.class).single();
    }

    private DataSource failing() {
        return connectionsAfter(() -> {
            throw new IllegalStateException("a defect");
        });
    }

    private DataSource connectionsAfter(Runnable action) {
        return new DelegatingDataSource(connections()) {
            @Override
            public Connection getConnection() throws SQLException {
                action.run();
                return super.getConnection();
            }
        };
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private DataSource connections() {
        return new DriverManagerDataSource(database.url(), database.username(), database.password());
    }

    private HikariDataSource pool() {
        try {
            return database.dataSource().unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
