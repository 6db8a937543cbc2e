package dev.parley.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class NotificationProbeTest {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(NotificationProbe.class);
    private static final TestDatabase DATABASE = TestDatabase.create();

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final NotificationProbe probe = new NotificationProbe(DATABASE.dataSource(), Runnable::run);

    @BeforeEach
    void collectLines() {
        lines.start();
        LOGGER.setLevel(Level.INFO);
        LOGGER.addAppender(lines);
        LOGGER.setAdditive(false);
    }

    @AfterEach
    void leaveTheLog() {
        LOGGER.detachAppender(lines);
        LOGGER.setAdditive(true);
        LOGGER.setLevel(null);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void missingNotificationsAreOneWarningHoweverOftenTheyAreMissing() {
        probe.send();
        idleSeconds(300);

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage()).contains("PARLEY_DATABASE_DIRECT_URL");
        });
    }

    @Test
    void aNotificationThatArrivesIsNoLine() throws SQLException {
        probe.received(payloadOfAProbe());
        idleSeconds(50);

        assertThat(lines.list).isEmpty();
    }

    @Test
    void aNotificationThatArrivesAgainIsAnotherLine() throws SQLException {
        probe.send();
        idleSeconds(10);

        probe.received(payloadOfAProbe());

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void theProbesOfOtherNodesDoNotCount() {
        probe.send();
        probe.received("another's");
        idleSeconds(10);

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    }

    @Test
    void whereNothingCanBeSentNothingIsExpected() {
        NotificationProbe nowhere = new NotificationProbe(
                new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere"), Runnable::run);

        nowhere.send();
        for (int i = 0; i < 50; i++) {
            nowhere.idleSecond();
        }

        assertThat(lines.list).isEmpty();
    }

    @Test
    void aRefusedNotificationIsOneWarning() {
        NotificationProbe refused = new NotificationProbe(refusing("42501"), Runnable::run);

        refused.send();
        refused.send();

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage()).contains("cannot be checked", "42501");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01"})
    void aLostConnectionIsNoLine(String state) {
        new NotificationProbe(refusing(state), Runnable::run).send();

        assertThat(lines.list).isEmpty();
    }

    private static DataSource refusing(String state) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("refused", state);
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return getConnection();
            }
        };
    }

    @Test
    void whileAProbeWaitsForAConnectionNothingIsExpected() {
        List<Runnable> waiting = new ArrayList<>();
        NotificationProbe late = new NotificationProbe(DATABASE.dataSource(), waiting::add);

        late.send();
        for (int i = 0; i < 300; i++) {
            late.idleSecond();
        }
        assertThat(lines.list).isEmpty();

        waiting.removeFirst().run();
        for (int i = 0; i < 300; i++) {
            late.idleSecond();
        }
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    }

    private void idleSeconds(int number) {
        for (int i = 0; i < number; i++) {
            probe.idleSecond();
        }
    }

    private String payloadOfAProbe() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + NotificationProbe.CHANNEL);
            probe.send();
            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(30_000);
            statement.execute("unlisten *");
            return heard[0].getParameter();
        }
    }
}
