package dev.parley.persistence.conversation;

import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.shared.Page;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInId;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under a JVM whose zone has one local time for two instants, in autumn when the clocks go back. */
class TimeZoneTest {

    private final TimeZone zone = TimeZone.getDefault();
    private final TestDatabase database;
    private final JdbcPorts adapters;
    private final PortsUnderTest ports;

    TimeZoneTest() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        database = TestDatabase.create();
        adapters = JdbcPorts.over(database.dataSource());
        ports = adapters.ports();
    }

    @AfterEach
    void restore() {
        TimeZone.setDefault(zone);
        adapters.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-10-25T00:30:00.123456Z", "2026-10-25T01:30:00.123456Z", "1969-12-31T23:59:59.999999Z"})
    void anInstantComesBackToTheMicrosecond(String instant) {
        Instant then = Instant.parse(instant);
        AccountId owner = someone();
        Conversation conversation = conversationOf(owner, then);
        Run run = Run.start(new RunId(UUID.randomUUID()), conversation.id(), then);
        Run ended = run.completed(null, then.plusSeconds(1));

        ports.unitOfWork().run(() -> {
            ports.conversations().add(conversation, 1);
            ports.runs().add(run, new Node("node", UUID.randomUUID()), Duration.ofMinutes(1));
            ports.runs().save(ended);
        });

        ports.unitOfWork().run(() -> {
            assertThat(ports.accounts().find(owner)).contains(new Account(owner, null, then));
            assertThat(ports.conversations().find(conversation.id())).contains(conversation);
            assertThat(ports.conversations().lock(conversation.id())).contains(conversation);
            assertThat(ports.conversations().list(owner, PageOrder.NEWEST_FIRST, new PageRequest<>(1, null)))
                    .isEqualTo(new Page<>(List.of(conversation), 1, false));
            assertThat(ports.runs().find(run.id())).contains(ended);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-25T00:30:00.123456Z", "2026-10-25T01:30:00.123456Z"})
    void anInstantOfARowThatIsWrittenWholeComesBackToTheMicrosecond(String instant) {
        Instant then = Instant.parse(instant);
        AccountId owner = someone();
        Conversation conversation = conversationOf(owner, then.minusSeconds(1));
        Conversation touched = conversation.touched(then);
        SignIn signIn = new SignIn(
                new SignInId(UUID.randomUUID()), owner, "", then, then.truncatedTo(MINUTES), then.plusSeconds(1));

        ports.unitOfWork().run(() -> {
            ports.conversations().add(conversation, 1);
            ports.conversations().save(touched);
            ports.signIns().add(signIn, "network");
        });

        ports.unitOfWork().run(() -> {
            assertThat(ports.conversations().find(touched.id())).contains(touched);
            assertThat(ports.signIns().list(owner, then)).containsExactly(signIn);
        });
    }
}
