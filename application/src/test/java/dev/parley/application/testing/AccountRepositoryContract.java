package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.account.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

        assertThatThrownBy(() -> localAccount("ada@example.org")).is(failure(AccountError.DUPLICATE_EMAIL));
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

        AccountId account = unitOfWork.execute(() -> accounts.introduce(ada, someone(), NOW));

        assertThat(unitOfWork.execute(() -> accounts.introduce(ada, someone(), NOW.plusSeconds(1))))
                .isEqualTo(account);
        assertThat(unitOfWork.read(() -> accounts.find(account))).contains(new Account(account, null, NOW));
    }

    @Test
    void whoHasAnAccountKeepsItWhenIntroduced() {
        Account account = localAccount("ada@example.org");

        unitOfWork.run(() -> accounts.introduce(new Subject(account.id().toString()), someone(), NOW.plusSeconds(1)));

        assertThat(unitOfWork.read(() -> accounts.find(account.id()))).contains(account);
    }

    @Test
    void credentialsAreCurrentUntilThePasswordChanges() {
        Account account = localAccount("ada@example.org");
        Credentials old = new Credentials(account.id(), HASH);
        assertThat(unitOfWork.execute(() -> accounts.lockIfCurrent(old))).isTrue();

        unitOfWork.run(() -> accounts.changePassword(account.id(), new PasswordHash("another"), NOW));

        assertThat(unitOfWork.execute(() -> accounts.lockIfCurrent(old))).isFalse();
    }

    @Test
    void whoIsIntroducedIsWhoATokenWithoutIssuerSpeaksFor() {
        AccountId account = unitOfWork.execute(() -> accounts.introduce(new Subject("ada"), someone(), NOW));

        assertThat(identified("", "ada")).isEqualTo(account);
        assertThat(identified("https://id.example", "ada")).isNotEqualTo(account);
    }

    @Test
    void anIdentityKeepsItsAccount() {
        AccountId account = identified("https://id.example", "ada");

        assertThat(identified("https://id.example", "ada")).isEqualTo(account);
        assertThat(unitOfWork.read(() -> accounts.find(new AccountIdentity("https://id.example", "ada"))))
                .contains(account);
        assertThat(unitOfWork.read(() -> accounts.find(account))).isPresent();
        assertThat(unitOfWork.read(() -> accounts.find(new AccountIdentity("https://id.example", "Ada"))))
                .isEmpty();
    }

    @Test
    void identitiesThatAreWrittenAlikeHaveAccountsOfTheirOwn() {
        List<AccountIdentity> alike =
                List.of(new AccountIdentity("x", "yz"), new AccountIdentity("xy", "z"), new AccountIdentity("", "xyz"));

        Set<AccountId> found = alike.stream()
                .map(identity -> identified(identity.issuer(), identity.subject()))
                .collect(toSet());

        assertThat(found).hasSize(3).contains(alike.getFirst().preferredId());
        assertThat(alike)
                .allSatisfy(identity -> assertThat(found.contains(identified(identity.issuer(), identity.subject())))
                        .isTrue());
    }

    @Test
    void aSubjectThatIsAnIdIsNotTheWayIntoAnAccountThatAnotherVouchesFor() {
        AccountId ada = identified("https://id.example", "ada");
        AccountId bob = identified("", someone().toString());

        assertThat(identified("https://id.example", ada.toString())).isNotEqualTo(ada);
        assertThat(identified("", ada.toString())).isNotEqualTo(ada);
        assertThat(identified("https://id.example", bob.toString())).isNotEqualTo(bob);
    }

    @Test
    void aSubjectThatIsAnIdIsTheIdOfANewAccount() {
        AccountId id = someone();

        assertThat(identified("https://id.example", id.toString())).isEqualTo(id);
        assertThat(identified("", id.toString())).isNotEqualTo(id);
    }

    @Test
    void withoutIssuerAnIdIsTheSameInBothCases() {
        String id = someone().toString();

        assertThat(identified("", id.toUpperCase(Locale.ROOT))).isEqualTo(identified("", id));
    }

    @Test
    void anAccountFromBeforeIsTheFirstsWhoLeadsToIt() {
        AccountId before = new AccountIdentity("x", "yz").preferredId();
        unitOfWork.run(() -> accounts.addIfAbsent(new Account(before, null, NOW)));

        assertThat(unclaimed("xy", "z")).contains(before);
        assertThat(identified("xy", "z")).isEqualTo(before);
        assertThat(unclaimed("x", "yz")).isEmpty();
        assertThat(identified("x", "yz")).isNotEqualTo(before);
    }

    @Test
    void whoeverTakesAllIdsOfAnIdentityKeepsNobodyOut() {
        AccountIdentity ada = new AccountIdentity("https://id.example", "ada");
        AccountId spare = someone();
        identified("https://id.example", ada.preferredId().toString());
        identified("https://id.example", ada.alternativeId().toString());

        assertThat(unitOfWork.execute(() -> accounts.findOrAdd(ada, spare, NOW)))
                .isEqualTo(spare);
        assertThat(identified("https://id.example", "ada")).isEqualTo(spare);
    }

    @Test
    void whatNobodyHasIsNotFound() {
        assertThat(unclaimed("https://id.example", "ada")).isEmpty();
        assertThat(unclaimed("", someone().toString())).isEmpty();
    }

    @Test
    void aLocalAccountIsParleysOwn() {
        AccountId local = localAccount("ada@example.org").id();

        assertThat(unclaimed("https://id.example", local.toString())).isEmpty();
        assertThat(identified("https://id.example", local.toString())).isNotEqualTo(local);
        assertThat(unclaimed("", local.toString())).contains(local);
        assertThat(identified("", local.toString())).isEqualTo(local);
    }

    private AccountId identified(String issuer, String subject) {
        return unitOfWork.execute(() -> accounts.findOrAdd(new AccountIdentity(issuer, subject), someone(), NOW));
    }

    private Optional<AccountId> unclaimed(String issuer, String subject) {
        return unitOfWork.read(() -> accounts.findUnclaimed(new AccountIdentity(issuer, subject)));
    }

    private Account localAccount(String email) {
        Account account = new Account(someone(), EmailAddress.of(email), NOW);
        unitOfWork.run(() -> accounts.addLocal(account, HASH));
        return account;
    }
}
