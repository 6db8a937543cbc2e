package dev.parley.application.access;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyTerms;
import dev.parley.domain.access.Secret;
import dev.parley.domain.shared.Failure;
import java.time.InstantSource;

/** Makes an API key. */
@UseCase
public final class AddApiKey {

    private final UnitOfWork unitOfWork;
    private final ApiKeyRepository keys;
    private final SecretGenerator secrets;
    private final InstantSource clock;

    public AddApiKey(UnitOfWork unitOfWork, ApiKeyRepository keys, SecretGenerator secrets, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Makes a key; when this returns it is committed.
     *
     * @return its secret, which nobody can be told again
     * @throws Failure DUPLICATE_KEY_NAME if another key has the name
     */
    public Secret add(KeyName name, KeyTerms terms) {
        Secret secret = secrets.ofKey();
        unitOfWork.run(() -> keys.add(ApiKey.of(name, terms, clock.instant()), secret.hash()));
        return secret;
    }
}
