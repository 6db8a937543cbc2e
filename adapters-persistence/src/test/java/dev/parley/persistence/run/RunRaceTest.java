package dev.parley.persistence.run;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunInProgress;
import dev.parley.domain.run.RunStatus;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunRaceTest {

    private static final Duration LIVING = Duration.ofMinutes(1);
    private static final Duration EXPIRED = Duration.ofMinutes(-1);

    private final PortsUnderTest ports = JdbcPorts.onEmptyStore();
    private final Conversation conversation = conversationOf(someone());

    @BeforeEach
    void addConversation() {
        ports.unitOfWork().run(() -> ports.conversations().add(conversation, 10));
    }

    @Test
    void ofManyRunsAtOnceOneRuns() {
        List<Throwable> refusals = Race.failuresOf(64, () -> addRun(LIVING));

        assertThat(refusals).hasSize(63).hasOnlyElementsOfType(RunInProgress.class);
    }

    @Test
    void ofManyRunsAtOnceOneTakesTheExpiredOnesPlace() {
        Run expired = addRun(EXPIRED);

        List<Throwable> refusals = Race.failuresOf(64, () -> addRun(LIVING));

        assertThat(refusals).hasSize(63).hasOnlyElementsOfType(RunInProgress.class);
        assertThat(ports.unitOfWork().read(() -> ports.runs().find(expired.id())))
                .map(Run::status)
                .contains(RunStatus.INTERRUPTED);
    }

    private Run addRun(Duration lease) {
        Run run = Run.start(new RunId(UUID.randomUUID()), conversation.id(), NOW);
        ports.unitOfWork().run(() -> ports.runs().add(run, lease));
        return run;
    }
}
