package dev.parley.domain.access;

import dev.parley.domain.shared.Failure;
import java.util.List;
import java.util.Optional;

/** Keeps API keys. Every method needs a unit of work. */
public interface ApiKeyRepository {

    /**
     * Adds a key.
     *
     * @throws Failure DUPLICATE_KEY_NAME if another key has its name
     */
    void add(ApiKey key, SecretHash hash);

    /** The key whose secret has this hash. */
    Optional<ApiKey> find(SecretHash hash);

    /** All keys, by name. */
    List<ApiKey> list();

    /**
     * Deletes the key of this name, which opens nothing from then on.
     *
     * @return whether there was one
     */
    boolean delete(KeyName name);
}
