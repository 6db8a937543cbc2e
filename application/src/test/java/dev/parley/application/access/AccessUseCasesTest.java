package dev.parley.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.CountingSecrets;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ChatFeatures;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.access.ClientSessionNotFound;
import dev.parley.domain.access.ClientSessionStatus;
import dev.parley.domain.access.DuplicateKeyName;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyNotFound;
import dev.parley.domain.access.KeyTerms;
import dev.parley.domain.access.Secret;
import dev.parley.domain.access.SessionTerms;
import dev.parley.domain.access.Workflow;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.Subject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccessUseCasesTest {

    private static final KeyName BACKEND = KeyName.of("backend");
    private static final Subject ADA = new Subject("ada");

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final CountingSecrets secrets = new CountingSecrets();
    private final AddApiKey addKey = new AddApiKey(ports.unitOfWork(), ports.apiKeys(), secrets, clock);
    private final ListApiKeys listKeys = new ListApiKeys(ports.unitOfWork(), ports.apiKeys());
    private final RevokeApiKey revokeKey = new RevokeApiKey(ports.unitOfWork(), ports.apiKeys());
    private final RecogniseApiKey recogniseKey = new RecogniseApiKey(ports.unitOfWork(), ports.apiKeys(), clock);
    private final OpenClientSession openSession = new OpenClientSession(
            ports.unitOfWork(), ports.clientSessions(), ports.accounts(), new CountingIds(), secrets, clock);
    private final CancelClientSession cancelSession =
            new CancelClientSession(ports.unitOfWork(), ports.clientSessions(), clock);
    private final AdmitClient admitClient = new AdmitClient(ports.unitOfWork(), ports.clientSessions(), clock);

    @Test
    void aKeyIsRecognisedByItsSecretUntilItIsRevoked() {
        Secret secret = addKey.add(BACKEND, KeyTerms.DEFAULT);
        ApiKey key = ApiKey.of(BACKEND, KeyTerms.DEFAULT, clock.instant());

        assertThat(recogniseKey.recognise(secret)).contains(key);
        assertThat(listKeys.list()).containsExactly(key);

        revokeKey.revoke(BACKEND);

        assertThat(recogniseKey.recognise(secret)).isEmpty();
        assertThat(listKeys.list()).isEmpty();
    }

    @Test
    void aKeyWithAnEndIsRecognisedUntilThen() {
        Secret secret = addKey.add(BACKEND, new KeyTerms(Duration.ofDays(90), 60));

        clock.advance(Duration.ofDays(90).minusNanos(1000));
        assertThat(recogniseKey.recognise(secret)).isPresent();

        clock.advance(Duration.ofNanos(1000));
        assertThat(recogniseKey.recognise(secret)).isEmpty();
        assertThat(listKeys.list()).hasSize(1);
    }

    @Test
    void aNameIsGivenOnceAndTheFirstKeyLivesOn() {
        Secret first = addKey.add(BACKEND, KeyTerms.DEFAULT);

        assertThatThrownBy(() -> addKey.add(BACKEND, KeyTerms.DEFAULT)).isInstanceOf(DuplicateKeyName.class);

        assertThat(recogniseKey.recognise(first)).isPresent();
        assertThat(listKeys.list()).hasSize(1);
    }

    @Test
    void aKeyThatIsNotThereCannotBeRevoked() {
        assertThatThrownBy(() -> revokeKey.revoke(BACKEND)).isInstanceOf(KeyNotFound.class);
    }

    @Test
    void noKindOfSecretIsTakenForAnother() {
        Secret ofKey = addKey.add(BACKEND, KeyTerms.DEFAULT);
        Secret ofClient = opened().secret();

        assertThat(recogniseKey.recognise(ofClient)).isEmpty();
        assertThat(admitClient.admit(ofKey)).isEmpty();
    }

    @Test
    void anOpenedSessionLetsItsClientInAndMakesTheUsersAccount() {
        OpenClientSession.Opened opened = opened();

        assertThat(admitClient.admit(opened.secret())).contains(opened.session());
        assertThat(opened.session().account())
                .isEqualTo(AccountIdentity.withoutIssuer(ADA).preferredId());
        assertThat(ports.unitOfWork()
                        .read(() -> ports.accounts().find(opened.session().account())))
                .isPresent();
    }

    @Test
    void aSecretIsTakenUntilItsSessionExpires() {
        Secret secret = opened().secret();

        clock.advance(Duration.ofSeconds(59));
        assertThat(admitClient.admit(secret)).isPresent();

        clock.advance(Duration.ofSeconds(1));
        assertThat(admitClient.admit(secret)).isEmpty();
    }

    @Test
    void aCancelledSessionsSecretIsRefusedAtOnce() {
        OpenClientSession.Opened opened = opened();
        OpenClientSession.Opened other = opened();

        ClientSession cancelled = cancelSession.cancel(opened.session().id());

        assertThat(cancelled.status(clock.instant())).isEqualTo(ClientSessionStatus.CANCELLED);
        assertThat(admitClient.admit(opened.secret())).isEmpty();
        assertThat(admitClient.admit(other.secret())).isPresent();
        assertThat(cancelSession.cancel(opened.session().id())).isEqualTo(cancelled);
    }

    @Test
    void aSessionThatIsNotThereCannotBeCancelled() {
        assertThatThrownBy(() -> cancelSession.cancel(ClientSessionId.of("nothing")))
                .isInstanceOf(ClientSessionNotFound.class);
    }

    @Test
    void aSessionIsForgottenADayAfterItsEnd() {
        ClientSessionId old = opened().session().id();

        clock.advance(Duration.ofDays(1).plusSeconds(61));
        assertThat(cancelSession.cancel(old).status(clock.instant())).isEqualTo(ClientSessionStatus.EXPIRED);
        opened();

        assertThatThrownBy(() -> cancelSession.cancel(old)).isInstanceOf(ClientSessionNotFound.class);
    }

    private OpenClientSession.Opened opened() {
        return openSession.open(
                ADA,
                new Workflow("wf", null, null, true),
                new ChatFeatures(true, new ChatFeatures.Uploads(false, 512, 10), new ChatFeatures.History(true, null)),
                new SessionTerms(Duration.ofSeconds(60), 10));
    }
}
