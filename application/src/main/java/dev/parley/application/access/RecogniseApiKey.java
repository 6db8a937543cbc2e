package dev.parley.application.access;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.Secret;
import java.time.InstantSource;
import java.util.Optional;

/** Tells which API key a secret is. */
@UseCase
public final class RecogniseApiKey {

    private final UnitOfWork unitOfWork;
    private final ApiKeyRepository keys;
    private final InstantSource clock;

    public RecogniseApiKey(UnitOfWork unitOfWork, ApiKeyRepository keys, InstantSource clock) {
        this.clock = clock;
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    /** The valid key whose secret this is, found by its hash, so that no time is spent comparing secrets. */
    public Optional<ApiKey> recognise(Secret secret) {
        return secret.isOfKey()
                ? unitOfWork.read(() -> keys.find(secret.hash())).filter(key -> key.isValid(clock.instant()))
                : Optional.empty();
    }
}
