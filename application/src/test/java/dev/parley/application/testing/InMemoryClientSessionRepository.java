package dev.parley.application.testing;

import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.access.ClientSessionRepository;
import dev.parley.domain.access.SecretHash;
import java.time.Instant;
import java.util.Optional;

/** Client sessions in memory. */
public final class InMemoryClientSessionRepository implements ClientSessionRepository {

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryClientSessionRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(ClientSession session, SecretHash hash) {
        store.tables().clientSessions.put(hash, session);
    }

    @Override
    public Optional<ClientSession> find(SecretHash hash) {
        return Optional.ofNullable(store.tables().clientSessions.get(hash));
    }

    @Override
    public Optional<ClientSession> lock(ClientSessionId id) {
        return store.tables().clientSessions.values().stream()
                .filter(session -> session.id().equals(id))
                .findAny();
    }

    @Override
    public void save(ClientSession session) {
        store.tables().clientSessions.replaceAll((hash, stored) -> stored.id().equals(session.id()) ? session : stored);
    }

    @Override
    public void deleteSomeExpiredBefore(Instant time) {
        store.tables()
                .clientSessions
                .values()
                .removeIf(session -> session.expiresAt().isBefore(time));
    }
}
