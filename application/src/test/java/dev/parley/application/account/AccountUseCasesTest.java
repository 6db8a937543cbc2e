package dev.parley.application.account;

import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ReversingHasher;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordRules;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class AccountUseCasesTest {

    private static final EmailAddress ADA = EmailAddress.of("ada@example.org");
    private static final Password SECRET = new Password("correct horse");

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final ReversingHasher hasher = new ReversingHasher();
    private final UseCases useCases = UseCases.over(ports)
            .with(InstantSource.class, clock)
            .with(PasswordHasher.class, hasher)
            .with(PasswordRules.class, new PasswordRules("iloveyou"::equals));
    private final RegisterAccount registerAccount = useCases.get(RegisterAccount.class);
    private final GetAccount getAccount = useCases.get(GetAccount.class);

    @Test
    void aRegisteredAccountIsRead() {
        Account account = registerAccount.register(ADA, SECRET.value());

        assertThat(getAccount.get(account.id())).isEqualTo(account);
    }

    @Test
    void anAddressRegistersOnce() {
        registerAccount.register(ADA, SECRET.value());

        assertThatThrownBy(() -> registerAccount.register(ADA, "another one"))
                .is(failure(AccountError.DUPLICATE_EMAIL));
    }

    @Test
    void aPasswordThatBreaksARuleMakesNoAccount() {
        assertThatThrownBy(() -> registerAccount.register(ADA, "iloveyou"))
                .is(failure(AccountError.PASSWORD_TOO_COMMON));

        assertThatCode(() -> registerAccount.register(ADA, SECRET.value())).doesNotThrowAnyException();
    }

    @Test
    void anAccountOfAnotherIssuerIsMadeOnFirstUseAndThenKept() {
        AccountId stranger = someone();

        Account first = getAccount.get(stranger);
        clock.advance(Duration.ofDays(1));

        assertThat(first.email()).isNull();
        assertThat(getAccount.get(stranger)).isEqualTo(first);
    }
}
