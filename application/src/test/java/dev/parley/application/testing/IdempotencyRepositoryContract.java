package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.domain.idempotency.IdempotencyRepository;
import dev.parley.domain.idempotency.KeyedOutcome;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyRepository} promises. */
public abstract class IdempotencyRepositoryContract {

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final IdempotencyRepository outcomes = ports.idempotency();
    private final AccountId ada = account();
    private final AccountId bob = account();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void aKeyBeginsWithoutOutcome() {
        assertThat(taken(claim(ada, "key"))).isEmpty();
        assertThat(taken(claim(ada, "key"))).isEmpty();
    }

    @Test
    void anOutcomeComesBackAsItWasAdded() {
        KeyedOutcome outcome = added(claim(ada, "!\"~"), "{\"title\": \"Überraschung 🚢\"}", NOW);

        assertThat(taken(outcome.claim())).contains(outcome);
    }

    @Test
    void anotherRequestIsToldWhatTheKeyWasUsedFor() {
        KeyedOutcome outcome = added(claim(ada, "key"), "{}", NOW);
        Claim another = new Claim(ada, outcome.claim().key(), Fingerprint.of("another", new byte[0]));

        assertThat(taken(another)).contains(outcome);
    }

    @Test
    void theSameKeyOfAnotherAccountIsAnother() {
        KeyedOutcome adas = added(claim(ada, "key"), "ada's", NOW);
        KeyedOutcome bobs = added(claim(bob, "key"), "bob's", NOW);

        assertThat(taken(adas.claim())).contains(adas);
        assertThat(taken(bobs.claim())).contains(bobs);
    }

    @Test
    void keysDifferInCase() {
        added(claim(ada, "key"), "{}", NOW);

        assertThat(taken(claim(ada, "KEY"))).isEmpty();
    }

    @Test
    void theOldestAreRemovedFirst() {
        KeyedOutcome newest = added(claim(ada, "newest"), "{}", NOW);
        KeyedOutcome old = added(claim(ada, "old"), "{}", NOW.minusSeconds(1));
        KeyedOutcome oldest = added(claim(bob, "oldest"), "{}", NOW.minusSeconds(2));

        assertThat(removed(NOW, 1)).isOne();

        assertThat(taken(oldest.claim())).isEmpty();
        assertThat(taken(old.claim())).isPresent();
        assertThat(removed(NOW, 10)).isOne();
        assertThat(taken(old.claim())).isEmpty();
        assertThat(taken(newest.claim())).isPresent();
        assertThat(removed(NOW, 10)).isZero();
    }

    private int removed(Instant olderThan, int maximum) {
        return unitOfWork.execute(() -> outcomes.removeOlderThan(olderThan, maximum));
    }

    private Optional<KeyedOutcome> taken(Claim claim) {
        return unitOfWork.execute(() -> outcomes.take(claim));
    }

    private KeyedOutcome added(Claim claim, String snapshot, Instant at) {
        KeyedOutcome outcome = new KeyedOutcome(claim, snapshot, at);
        unitOfWork.run(() -> outcomes.add(outcome));
        return outcome;
    }

    private static Claim claim(AccountId account, String key) {
        return new Claim(account, new IdempotencyKey(key), Fingerprint.of("POST", new byte[] {1}));
    }

    private AccountId account() {
        Account account = new Account(someone(), null, NOW);
        unitOfWork.run(() -> ports.accounts().addIfAbsent(account));
        return account.id();
    }
}
