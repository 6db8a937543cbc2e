package dev.parley.application.testing;

import dev.parley.domain.access.AccessError;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.SecretHash;
import dev.parley.domain.shared.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** API keys in memory. */
public final class InMemoryApiKeyRepository implements ApiKeyRepository {

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryApiKeyRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(ApiKey key, SecretHash hash) {
        if (list().stream().anyMatch(other -> other.name().equals(key.name()))) {
            throw new Failure(AccessError.DUPLICATE_KEY_NAME, key.name());
        }
        store.tables().apiKeys.put(hash, key);
    }

    @Override
    public Optional<ApiKey> find(SecretHash hash) {
        return Optional.ofNullable(store.tables().apiKeys.get(hash));
    }

    @Override
    public List<ApiKey> list() {
        return store.tables().apiKeys.values().stream()
                .sorted(Comparator.comparing(key -> key.name().value()))
                .toList();
    }

    @Override
    public boolean delete(KeyName name) {
        return store.tables().apiKeys.values().removeIf(key -> key.name().equals(name));
    }
}
