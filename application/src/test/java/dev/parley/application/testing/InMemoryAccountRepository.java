package dev.parley.application.testing;

import dev.parley.application.testing.InMemoryStore.Tables;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.account.Subject;
import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts in memory. */
public final class InMemoryAccountRepository implements AccountRepository {

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryAccountRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void addLocal(Account account, PasswordHash passwordHash) {
        Tables tables = store.tables();
        if (tables.accounts.values().stream()
                .anyMatch(other -> other.email() != null && other.email().equals(account.email()))) {
            throw new Failure(AccountError.DUPLICATE_EMAIL);
        }
        tables.accounts.put(account.id(), account);
        tables.passwords.put(account.id(), passwordHash);
    }

    @Override
    public void addIfAbsent(Account account) {
        store.tables().accounts.putIfAbsent(account.id(), account);
    }

    @Override
    public Optional<AccountId> find(AccountIdentity identity) {
        return Optional.ofNullable(store.tables().identities.get(identity));
    }

    @Override
    public Optional<AccountId> findUnclaimed(AccountIdentity identity) {
        return Optional.of(identity.preferredId())
                .filter(store.tables().accounts::containsKey)
                .filter(id -> isFree(id, identity));
    }

    @Override
    public AccountId findOrAdd(AccountIdentity identity, AccountId spareId, Instant now) {
        return store.tables().identities.computeIfAbsent(identity, unknown -> {
            AccountId id = Stream.of(identity.preferredId(), identity.alternativeId(), spareId)
                    .filter(candidate -> isFree(candidate, identity))
                    .findFirst()
                    .orElseThrow();
            addIfAbsent(new Account(id, null, now));
            return id;
        });
    }

    @Override
    public AccountId introduce(Subject subject, AccountId spareId, Instant now) {
        AccountId account = findOrAdd(AccountIdentity.withoutIssuer(subject), spareId, now);
        store.tables().subjects.putIfAbsent(account, subject);
        return account;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(store.tables().accounts.get(id));
    }

    @Override
    public long storedBytes(AccountId id) {
        Tables tables = store.tables();
        long items = tables.conversations.values().stream()
                .filter(conversation -> conversation.owner().equals(id))
                .flatMap(conversation -> tables.items.getOrDefault(conversation.id(), List.of()).stream())
                .mapToLong(InMemoryStore::bytes)
                .sum();
        long outcomes = tables.outcomes.getOrDefault(id, Map.of()).values().stream()
                .mapToLong(outcome -> outcome.snapshot().length())
                .sum();
        return items + outcomes;
    }

    @Override
    public Optional<Credentials> findCredentials(EmailAddress email) {
        Tables tables = store.tables();
        return tables.accounts.values().stream()
                .filter(account -> email.equals(account.email()))
                .findAny()
                .flatMap(account -> Optional.ofNullable(tables.passwords.get(account.id()))
                        .map(hash -> new Credentials(account.id(), hash)));
    }

    @Override
    public boolean lockIfCurrent(Credentials credentials) {
        return credentials.passwordHash().equals(store.tables().passwords.get(credentials.account()));
    }

    @Override
    public void changePassword(AccountId id, PasswordHash passwordHash, Instant tokensValidFrom) {
        store.tables().passwords.put(id, passwordHash);
        store.tables().tokensValidFrom.put(id, tokensValidFrom);
    }

    private boolean isFree(AccountId id, AccountIdentity identity) {
        Tables tables = store.tables();
        Account account = tables.accounts.get(id);
        boolean isNamed = tables.subjects.containsKey(id) || (account != null && account.email() != null);
        return !tables.identities.containsValue(id) && (identity.hasNoIssuer() || !isNamed);
    }
}
