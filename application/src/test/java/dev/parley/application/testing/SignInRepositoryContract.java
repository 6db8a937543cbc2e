package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.SignInRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SignInRepository} promises. */
public abstract class SignInRepositoryContract {

    private static final EmailAddress EMAIL = EmailAddress.of("ada@example.org");
    private static final Duration DAY = Duration.ofDays(1);

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final SignInRepository signIns = ports.signIns();
    private final AccountId ada = account(EMAIL);
    private final AccountId eve = account(EmailAddress.of("eve@example.org"));

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void theNewestIsListedFirstWithTheMinuteOfItsLastUse() {
        SignIn first = added(ada, NOW);
        SignIn second = added(ada, NOW.plusSeconds(1));
        added(eve, NOW);

        List<SignIn> listed = unitOfWork.read(() -> signIns.list(ada, NOW));

        assertThat(listed).extracting(SignIn::id).containsExactly(second.id(), first.id());
        assertThat(listed.getLast())
                .isEqualTo(new SignIn(
                        first.id(), ada, "curl", NOW, NOW.truncatedTo(ChronoUnit.MINUTES), first.expiresAt()));
    }

    @Test
    void whatHasExpiredIsNotListedAndIsRemovedInPortions() {
        added(ada, NOW);
        added(ada, NOW.plusSeconds(1));
        SignIn third = added(ada, NOW.plusSeconds(2));
        Instant later = NOW.plusSeconds(1).plus(DAY);

        assertThat(unitOfWork.read(() -> signIns.list(ada, later)))
                .extracting(SignIn::id)
                .containsExactly(third.id());
        assertThat(unitOfWork.<Integer>execute(() -> signIns.removeExpired(later, 1)))
                .isEqualTo(1);
        assertThat(unitOfWork.<Integer>execute(() -> signIns.removeExpired(later, 5)))
                .isEqualTo(1);
        assertThat(uses(third, ada, later)).isTrue();
    }

    @Test
    void aUseIsNotedToTheMinuteAndNeverBackwards() {
        SignIn signIn = added(ada, NOW);
        Instant later = NOW.plus(Duration.ofMinutes(5));

        assertThat(uses(signIn, ada, later)).isTrue();
        assertThat(uses(signIn, ada, NOW)).isTrue();

        assertThat(unitOfWork.read(() -> signIns.list(ada, NOW)))
                .extracting(SignIn::lastUsedAt)
                .containsExactly(later.truncatedTo(ChronoUnit.MINUTES));
    }

    @Test
    void oneThatHasEndedIsNotUsed() {
        SignIn ended = added(ada, NOW);
        SignIn other = added(ada, NOW);

        assertThat(unitOfWork.<Boolean>execute(() -> signIns.end(ended.id(), ada)))
                .isTrue();

        assertThat(uses(ended, ada, NOW)).isFalse();
        assertThat(uses(other, ada, NOW)).isTrue();
        assertThat(unitOfWork.<Boolean>execute(() -> signIns.end(ended.id(), ada)))
                .isFalse();
    }

    @Test
    void nobodyUsesOrEndsWhatIsAnothers() {
        SignIn signIn = added(ada, NOW);

        assertThat(uses(signIn, eve, NOW)).isFalse();
        assertThat(unitOfWork.<Boolean>execute(() -> signIns.end(signIn.id(), eve)))
                .isFalse();
        assertThat(unitOfWork.<Integer>execute(() -> signIns.endAll(eve, null))).isZero();
        assertThat(uses(signIn, ada, NOW)).isTrue();
    }

    @Test
    void allEndButTheOneThatIsKept() {
        SignIn kept = added(ada, NOW);
        added(ada, NOW);
        added(ada, NOW);

        assertThat(unitOfWork.<Integer>execute(() -> signIns.endAll(ada, kept.id())))
                .isEqualTo(2);
        assertThat(uses(kept, ada, NOW)).isTrue();
        assertThat(unitOfWork.<Integer>execute(() -> signIns.endAll(ada, null))).isEqualTo(1);
        assertThat(uses(kept, ada, NOW)).isFalse();
    }

    @Test
    void ofTooManyTheOldestEnds() {
        SignIn oldest = added(ada, NOW);
        for (int second = 1; second < SignInRepository.MAXIMUM; second++) {
            added(ada, NOW.plusSeconds(second));
        }
        assertThat(uses(oldest, ada, NOW)).isTrue();

        added(ada, NOW.plusSeconds(SignInRepository.MAXIMUM));

        assertThat(uses(oldest, ada, NOW)).isFalse();
        assertThat(unitOfWork.read(() -> signIns.list(ada, NOW))).hasSize(SignInRepository.MAXIMUM);
    }

    @Test
    void aNetworkIsKnownForTheAddressThatSignedInThere() {
        added(ada, NOW);

        assertThat(isKnown(EMAIL, "192.0.2.1")).isTrue();
        assertThat(isKnown(EMAIL, "192.0.2.2")).isFalse();
        assertThat(isKnown(EmailAddress.of("eve@example.org"), "192.0.2.1")).isFalse();
        assertThat(isKnown(EmailAddress.of("nobody@example.org"), "192.0.2.1")).isFalse();
    }

    @Test
    void aNetworkOutlivesItsSignInsUntilItIsRemoved() {
        SignIn signIn = added(ada, NOW);
        unitOfWork.<Boolean>execute(() -> signIns.end(signIn.id(), ada));
        assertThat(unitOfWork.<Integer>execute(() -> signIns.removeNetworks(NOW.minusSeconds(1), 5)))
                .isZero();
        assertThat(isKnown(EMAIL, "192.0.2.1")).isTrue();

        assertThat(unitOfWork.<Integer>execute(() -> signIns.removeNetworks(NOW, 5)))
                .isEqualTo(1);

        assertThat(isKnown(EMAIL, "192.0.2.1")).isFalse();
    }

    @Test
    void ofTooManyNetworksTheOneThatWasNotUsedForLongestIsForgotten() {
        added(ada, NOW, "192.0.2.1");
        added(ada, NOW.plusSeconds(1), "192.0.2.2");
        added(ada, NOW.plusSeconds(2), "192.0.2.1");

        for (int number = 1; number < SignInRepository.MAXIMUM_NETWORKS; number++) {
            added(ada, NOW.plusSeconds(2 + number), "198.51.100." + number);
        }

        assertThat(isKnown(EMAIL, "192.0.2.2")).isFalse();
        assertThat(isKnown(EMAIL, "192.0.2.1")).isTrue();
        assertThat(isKnown(EMAIL, "198.51.100.1")).isTrue();
    }

    private SignIn added(AccountId account, Instant time) {
        return added(account, time, "192.0.2.1");
    }

    private SignIn added(AccountId account, Instant time, String network) {
        SignIn signIn = new SignIn(new SignInId(UUID.randomUUID()), account, "curl", time, time, time.plus(DAY));
        unitOfWork.run(() -> signIns.add(signIn, network));
        return signIn;
    }

    private boolean uses(SignIn signIn, AccountId account, Instant now) {
        return unitOfWork.execute(() -> signIns.use(signIn.id(), account, now));
    }

    private boolean isKnown(EmailAddress email, String network) {
        return unitOfWork.read(() -> signIns.isKnownNetwork(email, network));
    }

    private AccountId account(EmailAddress email) {
        Account account = new Account(someone(), email, NOW);
        unitOfWork.run(() -> ports.accounts().addLocal(account, new PasswordHash("a hash")));
        return account.id();
    }
}
