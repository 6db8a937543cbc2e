package dev.parley.persistence.access;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.access.AddApiKey;
import dev.parley.application.access.OpenClientSession;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.access.AccessError;
import dev.parley.domain.access.ChatFeatures;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyTerms;
import dev.parley.domain.access.SessionTerms;
import dev.parley.domain.access.Workflow;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.Subject;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessRaceTest {

    private static final int RUNNERS = 12;

    private final PortsUnderTest ports = JdbcPorts.onEmptyStore();
    private final UseCases useCases = UseCases.over(ports);

    @Test
    void aNameThatManyWantIsGivenOnce() {
        AddApiKey addKey = useCases.get(AddApiKey.class);

        List<Throwable> failures = Race.failuresOf(RUNNERS, () -> addKey.add(KeyName.of("backend"), KeyTerms.DEFAULT));

        assertThat(failures).hasSize(RUNNERS - 1).are(failure(AccessError.DUPLICATE_KEY_NAME));
        assertThat(ports.unitOfWork().read(ports.apiKeys()::list)).hasSize(1);
    }

    @Test
    void aNewUserIsLetInManyTimesAtOnce() {
        OpenClientSession openSession = useCases.get(OpenClientSession.class);
        Subject ada = new Subject("ada");

        List<Throwable> failures = Race.failuresOf(
                RUNNERS,
                () -> openSession.open(
                        ada,
                        new Workflow("wf", null, null, true),
                        new ChatFeatures(
                                true, new ChatFeatures.Uploads(false, 512, 10), new ChatFeatures.History(true, null)),
                        new SessionTerms(Duration.ofSeconds(60), 10)));

        assertThat(failures).isEmpty();
        assertThat(ports.unitOfWork().read(() -> ports.accounts().find(AccountIdentity.withoutIssuer(ada))))
                .isPresent();
    }
}
