package dev.parley.bootstrap.random;

import dev.parley.application.access.SecretGenerator;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.access.Secret;
import java.util.HexFormat;
import java.util.Random;

/** Secrets of 256 random bits. */
public final class RandomSecrets implements SecretGenerator {

    private static final int BYTES = 32;

    private final Random random;

    /**
     * Makes a generator.
     *
     * @param random a source that nobody can foresee
     */
    public RandomSecrets(Random random) {
        this.random = random;
    }

    @Override
    public Secret ofKey() {
        return Secret.ofKey(randomText());
    }

    @Override
    public Secret ofClient() {
        return Secret.ofClient(randomText());
    }

    @Override
    public Secret ofReset() {
        return Secret.ofReset(randomText());
    }

    private String randomText() {
        try {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        } catch (RuntimeException e) {
            throw SystemFailure.internal("secret.generate", e);
        }
    }
}
