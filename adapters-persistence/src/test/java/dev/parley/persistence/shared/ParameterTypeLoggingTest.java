package dev.parley.persistence.shared;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Title;
import dev.parley.persistence.testing.JdbcPorts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ParameterTypeLoggingTest {

    private static final List<Logger> LOGGERS = Stream.of("dev.parley", "org.springframework")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    private final PortsUnderTest ports = JdbcPorts.onEmptyStore();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Conversation conversation = conversationOf(someone()).renamed(new Title("a secret"), NOW);

    @BeforeEach
    void listenAtDebug() {
        lines.start();
        LOGGERS.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(lines);
        });
    }

    @AfterEach
    void stopListening() {
        LOGGERS.forEach(logger -> {
            logger.detachAppender(lines);
            logger.setAdditive(true);
            logger.setLevel(null);
        });
    }

    @Test
    void aStatementIsLoggedWithTheNamesAndTypesOfItsParameters() {
        ports.unitOfWork().run(() -> ports.conversations().save(conversation));

        assertThat(messages())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("UPDATE \"conversation\" SET \"title\" = :title")
                        .contains("title: String", "message_count: Integer", "updated_at: Timestamp", "id: UUID"));
    }

    @Test
    void noValueIsLogged() {
        ports.unitOfWork().run(() -> ports.conversations().add(conversation, 10));
        ports.unitOfWork().run(() -> ports.conversations().find(conversation.id()));

        assertThat(messages())
                .isNotEmpty()
                .noneSatisfy(line -> assertThat(line).contains("a secret"))
                .noneSatisfy(line -> assertThat(line).contains(conversation.id().toString()));
    }

    private List<String> messages() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
