package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.access.ChatFeatures;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.access.ClientSessionRepository;
import dev.parley.domain.access.Secret;
import dev.parley.domain.access.SecretHash;
import dev.parley.domain.access.SessionTerms;
import dev.parley.domain.access.Workflow;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.Subject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link ClientSessionRepository} promises. */
public abstract class ClientSessionRepositoryContract {

    private static final Subject ADA = new Subject("ada 👩‍🚀");
    private static final AccountId ACCOUNT = AccountIdentity.withoutIssuer(ADA).preferredId();
    private static final SessionTerms TERMS = new SessionTerms(Duration.ofSeconds(90), 7);

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final ClientSessionRepository sessions = ports.clientSessions();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void aSessionIsFoundByTheHashOfItsSecretAndByNoOther() {
        ClientSession session = added("1", NOW);

        assertThat(unitOfWork.read(() -> sessions.find(hashOf("1")))).contains(session);
        assertThat(unitOfWork.read(() -> sessions.find(hashOf("2")))).isEmpty();
    }

    @Test
    void aSessionOfWhichLittleWasSaidComesBackAsItWasAdded() {
        ClientSession session = ClientSession.open(
                ClientSessionId.of("plain"),
                ACCOUNT,
                ADA,
                new Workflow("wf", null, null, false),
                new ChatFeatures(
                        false, new ChatFeatures.Uploads(false, 512, 10), new ChatFeatures.History(false, null)),
                TERMS,
                NOW);

        add(session, "plain");

        assertThat(unitOfWork.read(() -> sessions.find(hashOf("plain")))).contains(session);
    }

    @Test
    void aSessionIsLockedByItsId() {
        ClientSession session = added("1", NOW);

        assertThat(unitOfWork.execute(() -> sessions.lock(session.id()))).contains(session);
        assertThat(unitOfWork.execute(() -> sessions.lock(ClientSessionId.of("2"))))
                .isEmpty();
    }

    @Test
    void aCancelledSessionStaysCancelled() {
        ClientSession session = added("1", NOW);
        ClientSession other = added("2", NOW);
        ClientSession cancelled = session.cancelled(NOW.plusSeconds(1));

        unitOfWork.run(() -> sessions.save(cancelled));

        assertThat(unitOfWork.read(() -> sessions.find(hashOf("1")))).contains(cancelled);
        assertThat(unitOfWork.read(() -> sessions.find(hashOf("2")))).contains(other);
    }

    @Test
    void sessionsThatExpiredLongAgoAreSweptOut() {
        added("old", NOW.minus(Duration.ofDays(2)));
        ClientSession fresh = added("fresh", NOW);

        unitOfWork.run(() -> sessions.deleteSomeExpiredBefore(NOW));

        assertThat(unitOfWork.read(() -> sessions.find(hashOf("old")))).isEmpty();
        assertThat(unitOfWork.read(() -> sessions.find(hashOf("fresh")))).contains(fresh);
    }

    private ClientSession added(String random, Instant now) {
        ClientSession session = ClientSession.open(
                ClientSessionId.of(random),
                ACCOUNT,
                ADA,
                new Workflow("wf_1", "2026-01-02", "{\"language\":\"Ünï\",\"level\":2.50,\"beta\":true}", true),
                new ChatFeatures(true, new ChatFeatures.Uploads(true, 16, 3), new ChatFeatures.History(true, 5)),
                TERMS,
                now);
        add(session, random);
        return session;
    }

    private void add(ClientSession session, String random) {
        unitOfWork.run(() -> {
            ports.accounts().introduce(session.subject(), someone(), NOW);
            sessions.add(session, hashOf(random));
        });
    }

    private static SecretHash hashOf(String random) {
        return Secret.ofClient(random).hash();
    }
}
