package dev.parley.application.testing;

import dev.parley.application.access.SecretGenerator;
import dev.parley.domain.access.Secret;
import java.util.concurrent.atomic.AtomicLong;

/** Secrets that count, so that a test can tell them, and anybody could guess them. */
public final class CountingSecrets implements SecretGenerator {

    private final AtomicLong next = new AtomicLong();

    @Override
    public Secret ofKey() {
        return Secret.ofKey("%064x".formatted(next.incrementAndGet()));
    }

    @Override
    public Secret ofClient() {
        return Secret.ofClient("%064x".formatted(next.incrementAndGet()));
    }

    @Override
    public Secret ofReset() {
        return Secret.ofReset("%064x".formatted(next.incrementAndGet()));
    }
}
