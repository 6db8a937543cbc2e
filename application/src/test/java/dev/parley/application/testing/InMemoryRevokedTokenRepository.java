package dev.parley.application.testing;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.TokenHash;
import java.time.Instant;
import java.util.function.Function;

/** Revoked tokens in memory. */
public final class InMemoryRevokedTokenRepository implements RevokedTokenRepository {

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryRevokedTokenRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(TokenHash hash, Instant expiresAt) {
        store.tables().revokedTokens.putIfAbsent(hash, expiresAt);
    }

    @Override
    public boolean isRevoked(TokenHash hash, AccountId account, Instant issuedAt) {
        Instant validFrom = store.tables().tokensValidFrom.getOrDefault(account, Instant.MIN);
        return store.tables().revokedTokens.containsKey(hash) || validFrom.isAfter(issuedAt);
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return InMemorySignInRepository.removeExpired(
                store.tables().revokedTokens.values(), Function.identity(), now, limit);
    }
}
