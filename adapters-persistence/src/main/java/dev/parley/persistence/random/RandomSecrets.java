package dev.parley.persistence.random;

import dev.parley.application.access.SecretGenerator;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.access.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Secrets of 256 random bits. */
@Component
final class RandomSecrets implements SecretGenerator {

    private static final int BYTES = 32;

    private final Random random;

    RandomSecrets() {
        this(new SecureRandom());
    }

    /**
     * Makes a generator.
     *
     * @param random a source that nobody can foresee
     */
    RandomSecrets(Random random) {
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
