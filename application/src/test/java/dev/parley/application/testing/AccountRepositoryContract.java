package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.DuplicateEmail;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.account.Subject;
import org.junit.jupiter.api.Test;

/** What every {@link AccountRepository} promises. */
public abstract class AccountRepositoryContract {

    private static final PasswordHash HASH = new PasswordHash("a hash");

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final AccountRepository accounts = ports.accounts();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void aLocalAccountComesBackAsItWasAdded() {
        Account account = localAccount("ada@example.org");

        assertThat(unitOfWork.read(() -> accounts.find(account.id()))).contains(account);
        assertThat(unitOfWork.read(() -> accounts.findCredentials(EmailAddress.of("Ada@Example.org"))))
                .contains(new Credentials(account.id(), HASH));
    }

    @Test
    void anUnknownAddressHasNoCredentials() {
        assertThat(unitOfWork.read(() -> accounts.findCredentials(EmailAddress.of("nobody@example.org"))))
                .isEmpty();
    }

    @Test
    void anAddressHasOneAccount() {
        localAccount("ada@example.org");

        assertThatThrownBy(() -> localAccount("ada@example.org")).isInstanceOf(DuplicateEmail.class);
    }

    @Test
    void anAccountIsAddedOnce() {
        Account first = new Account(someone(), null, NOW);
        Account again = new Account(first.id(), null, NOW.plusSeconds(1));

        unitOfWork.run(() -> accounts.addIfAbsent(first));
        unitOfWork.run(() -> accounts.addIfAbsent(again));

        assertThat(unitOfWork.read(() -> accounts.find(first.id()))).contains(first);
    }

    @Test
    void whoIsIntroducedHasAnAccount() {
        Subject ada = new Subject("ada");

        unitOfWork.run(() -> accounts.introduce(ada, NOW));
        unitOfWork.run(() -> accounts.introduce(ada, NOW.plusSeconds(1)));

        assertThat(unitOfWork.read(() -> accounts.find(ada.account()))).contains(new Account(ada.account(), null, NOW));
    }

    @Test
    void whoHasAnAccountKeepsItWhenIntroduced() {
        Account account = localAccount("ada@example.org");

        unitOfWork.run(() -> accounts.introduce(new Subject(account.id().toString()), NOW.plusSeconds(1)));

        assertThat(unitOfWork.read(() -> accounts.find(account.id()))).contains(account);
    }

    private Account localAccount(String email) {
        Account account = new Account(someone(), EmailAddress.of(email), NOW);
        unitOfWork.run(() -> accounts.addLocal(account, HASH));
        return account;
    }
}
