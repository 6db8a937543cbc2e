package dev.parley.bootstrap.keys;

import dev.parley.application.access.AddApiKey;
import dev.parley.application.access.ListApiKeys;
import dev.parley.application.access.RevokeApiKey;
import dev.parley.application.access.SecretGenerator;
import dev.parley.bootstrap.command.CommandStore;
import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.domain.access.ApiKeyRepository;

/** The use cases of API keys over one connection. */
final class KeyStore implements AutoCloseable {

    private final CommandStore store;

    private KeyStore(CommandStore store) {
        this.store = store;
    }

    /**
     * Connects to a database.
     *
     * @throws dev.parley.bootstrap.failure.InvalidConfigurationException if it cannot be reached, or is of an earlier version
     */
    static KeyStore in(DatabaseAccess access) {
        return new KeyStore(CommandStore.in(access, "api_key", "expires_at"));
    }

    AddApiKey add() {
        return new AddApiKey(store.unitOfWork(), keys(), store.part(SecretGenerator.class), CommandStore.clock());
    }

    ListApiKeys list() {
        return new ListApiKeys(store.unitOfWork(), keys());
    }

    RevokeApiKey revoke() {
        return new RevokeApiKey(store.unitOfWork(), keys());
    }

    @Override
    public void close() {
        store.close();
    }

    private ApiKeyRepository keys() {
        return store.part(ApiKeyRepository.class);
    }
}
