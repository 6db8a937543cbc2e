package dev.parley.web.security;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.access.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Strangers' secrets take a bounded part of the database. */
class BearerSecretsTest {

    private final AtomicInteger lookups = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final BearerSecrets secrets = new BearerSecrets(this::holder, Duration.ofMillis(1));

    @Test
    void whileTwoUnknownSecretsAreLookedUpAnotherOneIsRefusedAndAKnownOneIsNot() {
        assertThat(authenticate("known")).isNotNull();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> authenticate("slow 1"));
            threads.execute(() -> authenticate("slow 2"));
            await().until(() -> lookups.get() == 3);

            assertThatThrownBy(() -> authenticate("new")).is(failure(SystemError.SERVICE_UNAVAILABLE));
            assertThat(authenticate("known")).isNotNull();
            end.countDown();
        }
        assertThat(authenticate("new")).isNotNull();
    }

    @Test
    void aSecretThatIsNobodysIsRefusedAndLeavesItsPlace() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> authenticate("unknown")).isInstanceOf(InvalidBearerTokenException.class);
        }
    }

    private Authentication authenticate(String secret) {
        return secrets.authenticate(new BearerTokenAuthenticationToken(secret));
    }

    private Optional<String> holder(Secret secret) {
        lookups.incrementAndGet();
        if (secret.value().startsWith("slow")) {
            awaitEnd();
        }
        return secret.value().equals("unknown") ? Optional.empty() : Optional.of(secret.value());
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
