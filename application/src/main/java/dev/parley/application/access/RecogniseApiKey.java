package dev.parley.application.access;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.Secret;
import java.util.Optional;

/** Tells which API key a secret is. */
public final class RecogniseApiKey {

    private final UnitOfWork unitOfWork;
    private final ApiKeyRepository keys;

    /** Makes the use case from its ports. */
    public RecogniseApiKey(UnitOfWork unitOfWork, ApiKeyRepository keys) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    /** The key whose secret this is, found by its hash, so that no time is spent comparing secrets. */
    public Optional<ApiKey> recognise(Secret secret) {
        return secret.isOfKey() ? unitOfWork.read(() -> keys.find(secret.hash())) : Optional.empty();
    }
}
