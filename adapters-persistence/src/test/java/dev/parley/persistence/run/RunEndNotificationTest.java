package dev.parley.persistence.run;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** An end that no event tells has to reach readers on other nodes as soon as one that does. */
class RunEndNotificationTest {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());

    private final PortsUnderTest ports = ADAPTERS.ports();

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @Test
    void theEndOfARunWakesItsFollowersUp() throws SQLException {
        Conversation conversation = conversationOf(someone());
        Run run = Run.start(new RunId(UUID.randomUUID()), conversation.id(), NOW);
        ports.unitOfWork().run(() -> {
            ports.conversations().add(conversation, 10);
            ports.runs().add(run, new Node("node", UUID.randomUUID()), Duration.ofMinutes(1));
        });
        try (Connection listener = DATABASE.dataSource().getConnection();
                Statement statement = listener.createStatement()) {
            statement.execute("listen parley_log");

            ports.unitOfWork().run(() -> ports.runs().save(run.completed(null, NOW)));

            PGNotification[] heard = listener.unwrap(PGConnection.class).getNotifications(PATIENCE_MILLIS);
            assertThat(Stream.of(heard == null ? new PGNotification[0] : heard)
                            .map(PGNotification::getName)
                            .toList())
                    .isEqualTo(List.of("parley_log"));
            statement.execute("unlisten *");
        }
    }
}
