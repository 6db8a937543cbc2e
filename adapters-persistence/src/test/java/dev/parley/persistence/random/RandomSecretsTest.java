package dev.parley.persistence.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.application.shared.SystemFailure;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomSecretsTest {

    private final RandomSecrets secrets = new RandomSecrets(new SecureRandom());

    @Test
    void aSecretHas256RandomBitsAndTellsItsKind() {
        assertThat(secrets.ofKey().value())
                .matches("parley_sk_[0-9a-f]{64}")
                .isNotEqualTo(secrets.ofKey().value());
        assertThat(secrets.ofClient().value())
                .matches("ek_[0-9a-f]{64}")
                .isNotEqualTo(secrets.ofClient().value());
    }

    @Test
    void aFailureNamesItsStep() {
        RandomSecrets broken = new RandomSecrets(new Random() {
            @Override
            public void nextBytes(byte[] bytes) {
                throw new IllegalStateException("no entropy");
            }
        });

        assertThatExceptionOfType(SystemFailure.class)
                .isThrownBy(broken::ofKey)
                .satisfies(failure -> assertThat(failure.step()).isEqualTo("secret.generate"))
                .havingCause()
                .withMessage("no entropy");
    }
}
