package dev.parley.application.access;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.access.AccessError;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ChatFeatures;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.access.ClientSessionStatus;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyTerms;
import dev.parley.domain.access.Secret;
import dev.parley.domain.access.SessionTerms;
import dev.parley.domain.access.Workflow;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.Subject;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class AccessUseCasesTest {

    private static final KeyName BACKEND = KeyName.of("backend");
    private static final Subject ADA = new Subject("ada");

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final UseCases useCases = UseCases.over(ports).with(InstantSource.class, clock);
    private final AddApiKey addKey = useCases.get(AddApiKey.class);
    private final ListApiKeys listKeys = useCases.get(ListApiKeys.class);
    private final RevokeApiKey revokeKey = useCases.get(RevokeApiKey.class);
    private final RecogniseApiKey recogniseKey = useCases.get(RecogniseApiKey.class);
    private final OpenClientSession openSession = useCases.get(OpenClientSession.class);
    private final CancelClientSession cancelSession = useCases.get(CancelClientSession.class);
    private final AdmitClient admitClient = useCases.get(AdmitClient.class);

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

        assertThatThrownBy(() -> addKey.add(BACKEND, KeyTerms.DEFAULT)).is(failure(AccessError.DUPLICATE_KEY_NAME));

        assertThat(recogniseKey.recognise(first)).isPresent();
        assertThat(listKeys.list()).hasSize(1);
    }

    @Test
    void aKeyThatIsNotThereCannotBeRevoked() {
        assertThatThrownBy(() -> revokeKey.revoke(BACKEND)).is(failure(AccessError.KEY_NOT_FOUND));
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
                .is(failure(AccessError.CLIENT_SESSION_NOT_FOUND));
    }

    @Test
    void aSessionIsForgottenADayAfterItsEnd() {
        ClientSessionId old = opened().session().id();

        clock.advance(Duration.ofDays(1).plusSeconds(61));
        assertThat(cancelSession.cancel(old).status(clock.instant())).isEqualTo(ClientSessionStatus.EXPIRED);
        opened();

        assertThatThrownBy(() -> cancelSession.cancel(old)).is(failure(AccessError.CLIENT_SESSION_NOT_FOUND));
    }

    private OpenClientSession.Opened opened() {
        return openSession.open(
                ADA,
                new Workflow("wf", null, null, true),
                new ChatFeatures(true, new ChatFeatures.Uploads(false, 512, 10), new ChatFeatures.History(true, null)),
                new SessionTerms(Duration.ofSeconds(60), 10));
    }
}
