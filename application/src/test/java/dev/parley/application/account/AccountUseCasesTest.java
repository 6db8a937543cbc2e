package dev.parley.application.account;

import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.DuplicateEmail;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.InvalidAccount;
import dev.parley.domain.account.InvalidCredentials;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.account.PasswordRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountUseCasesTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.org");
    private static final Password SECRET = new Password("correct horse");

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final ReversingHasher hasher = new ReversingHasher();
    private final RegisterAccount registerAccount = new RegisterAccount(
            ports.unitOfWork(),
            ports.accounts(),
            new PasswordRules("iloveyou"::equals),
            hasher,
            new CountingIds(),
            clock);
    private final LogIn logIn = new LogIn(
            ports.unitOfWork(),
            ports.accounts(),
            hasher,
            account -> new AccessTokens.AccessToken(account.toString(), Duration.ofHours(24)));
    private final GetAccount getAccount = new GetAccount(ports.unitOfWork(), ports.accounts(), clock);

    @Test
    void aRegisteredAccountLogsIn() {
        Account account = registerAccount.register(ADA, SECRET.value());

        assertThat(logIn.logIn(EmailAddress.of("ADA@example.org"), SECRET).value())
                .isEqualTo(account.id().toString());
        assertThat(getAccount.get(account.id())).isEqualTo(account);
    }

    @Test
    void anAddressRegistersOnce() {
        registerAccount.register(ADA, SECRET.value());

        assertThatThrownBy(() -> registerAccount.register(ADA, "another one")).isInstanceOf(DuplicateEmail.class);
    }

    @Test
    void aPasswordThatBreaksARuleMakesNoAccount() {
        assertThatThrownBy(() -> registerAccount.register(ADA, "iloveyou")).isInstanceOf(InvalidAccount.class);

        assertThatCode(() -> registerAccount.register(ADA, SECRET.value())).doesNotThrowAnyException();
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedAlikeAndCostAlike() {
        registerAccount.register(ADA, SECRET.value());
        int before = hasher.matches;

        assertThatThrownBy(() -> logIn.logIn(ADA, new Password("wrong password")))
                .isInstanceOf(InvalidCredentials.class);
        int afterWrong = hasher.matches;
        assertThatThrownBy(() -> logIn.logIn(EmailAddress.of("eve@example.org"), SECRET))
                .isInstanceOf(InvalidCredentials.class);

        assertThat(afterWrong - before).isEqualTo(1);
        assertThat(hasher.matches - afterWrong).isEqualTo(1);
    }

    @Test
    void anAccountOfAnotherIssuerIsMadeOnFirstUseAndThenKept() {
        AccountId stranger = someone();

        Account first = getAccount.get(stranger);
        clock.advance(Duration.ofDays(1));

        assertThat(first.email()).isNull();
        assertThat(getAccount.get(stranger)).isEqualTo(first);
    }

    private static final class ReversingHasher implements PasswordHasher {

        private int matches;

        @Override
        public PasswordHash hash(Password password) {
            return new PasswordHash(
                    new StringBuilder(password.value()).reverse().toString());
        }

        @Override
        public boolean matches(Password password, PasswordHash hash) {
            matches++;
            return hash(password).equals(hash);
        }
    }
}
