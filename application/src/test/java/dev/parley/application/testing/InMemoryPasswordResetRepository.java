package dev.parley.application.testing;

import dev.parley.domain.access.SecretHash;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.signin.PasswordResetRepository;
import java.time.Instant;

/** Codes that replace forgotten passwords, in memory. */
public final class InMemoryPasswordResetRepository implements PasswordResetRepository {

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryPasswordResetRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void put(AccountId account, SecretHash code, Instant expiresAt) {
        store.tables().resets.put(account, new Code(code, expiresAt));
    }

    @Override
    public boolean isValid(EmailAddress email, SecretHash code, Instant now) {
        return store.tables().accounts.values().stream()
                .filter(account -> email.equals(account.email()))
                .anyMatch(account -> isValid(account.id(), code, now));
    }

    @Override
    public boolean take(AccountId account, SecretHash code, Instant now) {
        boolean isValid = isValid(account, code, now);
        if (isValid) {
            store.tables().resets.remove(account);
        }
        return isValid;
    }

    @Override
    public void remove(AccountId account) {
        store.tables().resets.remove(account);
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return InMemorySignInRepository.removeExpired(store.tables().resets.values(), Code::expiresAt, now, limit);
    }

    private boolean isValid(AccountId account, SecretHash code, Instant now) {
        Code stored = store.tables().resets.get(account);
        return stored != null
                && stored.hash().equals(code)
                && stored.expiresAt().isAfter(now);
    }

    record Code(SecretHash hash, Instant expiresAt) {}
}
