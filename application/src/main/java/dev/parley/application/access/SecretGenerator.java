package dev.parley.application.access;

import dev.parley.domain.access.Secret;

/** Makes secrets that nobody can guess, of at least 256 random bits. */
public interface SecretGenerator {

    /**
     * The secret of a new API key.
     *
     * @throws dev.parley.application.shared.SystemFailure naming the step {@code secret.generate}, as every method here
     */
    Secret ofKey();

    /** The secret of a new client session. */
    Secret ofClient();

    /** The code of a password's reset. */
    Secret ofReset();
}
