package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.access.Secret;
import dev.parley.domain.access.SecretHash;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.TokenHash;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link RevokedTokenRepository} and every {@link PasswordResetRepository} promise, and the change of a password. */
public abstract class RevocationContract {

    private static final EmailAddress EMAIL = EmailAddress.of("ada@example.org");
    private static final PasswordHash OLD = new PasswordHash("an old hash");
    private static final PasswordHash NEW = new PasswordHash("a new hash");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final RevokedTokenRepository tokens = ports.revokedTokens();
    private final PasswordResetRepository resets = ports.passwordResets();
    private final AccountId ada = account(EMAIL);

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void aTokenIsRevokedUntilItHasExpired() {
        TokenHash token = token("ada's");
        unitOfWork.run(() -> tokens.add(token, LATER));
        unitOfWork.run(() -> tokens.add(token, LATER));

        assertThat(isRevoked(token, NOW)).isTrue();
        assertThat(isRevoked(token("another"), NOW)).isFalse();
        assertThat(unitOfWork.<Integer>execute(() -> tokens.removeExpired(LATER.minusSeconds(1), 5)))
                .isZero();
        assertThat(unitOfWork.<Integer>execute(() -> tokens.removeExpired(LATER, 5)))
                .isEqualTo(1);
        assertThat(isRevoked(token, NOW)).isFalse();
    }

    @Test
    void aNewPasswordRevokesTokensThatAreOlder() {
        assertThat(isRevoked(token("one"), Instant.EPOCH)).isFalse();

        unitOfWork.run(() -> ports.accounts().changePassword(ada, NEW, NOW));

        assertThat(isRevoked(token("one"), Instant.EPOCH)).isTrue();
        assertThat(isRevoked(token("one"), NOW.minusSeconds(1))).isTrue();
        assertThat(isRevoked(token("one"), NOW)).isFalse();
        assertThat(unitOfWork.<Boolean>read(() -> tokens.isRevoked(token("one"), someone(), Instant.EPOCH)))
                .isFalse();
    }

    @Test
    void onlyTheCurrentPasswordIsLocked() {
        assertThat(isCurrent(OLD)).isTrue();
        assertThat(isCurrent(NEW)).isFalse();

        unitOfWork.run(() -> ports.accounts().changePassword(ada, NEW, NOW));

        assertThat(isCurrent(OLD)).isFalse();
        assertThat(isCurrent(NEW)).isTrue();
        assertThat(unitOfWork.read(() -> ports.accounts().findCredentials(EMAIL)))
                .contains(new Credentials(ada, NEW));
    }

    @Test
    void aRemovedCodeIsNotValid() {
        unitOfWork.run(() -> resets.put(ada, code("one"), LATER));
        unitOfWork.run(() -> resets.remove(ada));
        unitOfWork.run(() -> resets.remove(someone()));

        assertThat(isValid(EMAIL, "one", NOW)).isFalse();
        assertThat(takes("one")).isFalse();
    }

    @Test
    void aCodeIsTakenOnce() {
        unitOfWork.run(() -> resets.put(ada, code("one"), LATER));

        assertThat(isValid(EMAIL, "one", NOW)).isTrue();
        assertThat(isValid(EMAIL, "two", NOW)).isFalse();
        assertThat(isValid(EmailAddress.of("eve@example.org"), "one", NOW)).isFalse();
        assertThat(takes("two")).isFalse();
        assertThat(takes("one")).isTrue();
        assertThat(takes("one")).isFalse();
        assertThat(isValid(EMAIL, "one", NOW)).isFalse();
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOldOne() {
        unitOfWork.run(() -> resets.put(ada, code("one"), LATER));
        unitOfWork.run(() -> resets.put(ada, code("two"), LATER));

        assertThat(isValid(EMAIL, "one", NOW)).isFalse();
        assertThat(isValid(EMAIL, "two", NOW)).isTrue();
    }

    @Test
    void aCodeExpires() {
        unitOfWork.run(() -> resets.put(ada, code("one"), NOW));

        assertThat(isValid(EMAIL, "one", NOW)).isFalse();
        assertThat(takes("one")).isFalse();
        assertThat(unitOfWork.<Integer>execute(() -> resets.removeExpired(NOW, 5)))
                .isEqualTo(1);
    }

    private boolean isRevoked(TokenHash token, Instant issuedAt) {
        return unitOfWork.read(() -> tokens.isRevoked(token, ada, issuedAt));
    }

    private boolean isCurrent(PasswordHash hash) {
        return unitOfWork.execute(() -> ports.accounts().lockIfCurrent(new Credentials(ada, hash)));
    }

    private boolean isValid(EmailAddress email, String code, Instant now) {
        return unitOfWork.read(() -> resets.isValid(email, code(code), now));
    }

    private boolean takes(String code) {
        return unitOfWork.execute(() -> resets.take(ada, code(code), NOW));
    }

    private AccountId account(EmailAddress email) {
        Account account = new Account(someone(), email, NOW);
        unitOfWork.run(() -> ports.accounts().addLocal(account, OLD));
        return account.id();
    }

    private static TokenHash token(String text) {
        return new TokenHash(new Secret(text).hash().value());
    }

    private static SecretHash code(String text) {
        return new Secret(text).hash();
    }
}
