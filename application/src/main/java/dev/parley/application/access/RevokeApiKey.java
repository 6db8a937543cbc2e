package dev.parley.application.access;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.access.AccessError;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.shared.Failure;

/** Takes an API key its right. */
@UseCase
public final class RevokeApiKey {

    private final UnitOfWork unitOfWork;
    private final ApiKeyRepository keys;

    public RevokeApiKey(UnitOfWork unitOfWork, ApiKeyRepository keys) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    /**
     * Revokes a key, on every node at once. Client sessions that it has opened live on until they expire.
     *
     * @throws Failure KEY_NOT_FOUND if there is none of this name
     */
    public void revoke(KeyName name) {
        unitOfWork.run(() -> {
            if (!keys.delete(name)) {
                throw new Failure(AccessError.KEY_NOT_FOUND, name);
            }
        });
    }
}
