package dev.parley.web.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.application.shared.SystemError;
import dev.parley.domain.access.Secret;
import dev.parley.domain.access.SecretHash;
import dev.parley.domain.shared.Failure;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Takes bearer tokens that are secrets of Parley's own. Each is looked up in the database, for it may have been revoked. At
 * most two lookups at a time are of secrets that were not valid before on this node, so that strangers who send made-up ones
 * leave the database's other connections to known callers.
 */
final class BearerSecrets implements AuthenticationManager {

    private static final int PLACES = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int MAXIMUM_KNOWN = 10_000;

    private final Function<Secret, ? extends Optional<?>> holders;
    private final Duration timeout;
    private final Semaphore places = new Semaphore(PLACES, true);

    /** Those that were valid when they were last looked up. */
    private final Set<SecretHash> known = Collections.newSetFromMap(Caffeine.newBuilder()
            .maximumSize(MAXIMUM_KNOWN)
            .<SecretHash, Boolean>build()
            .asMap());

    /**
     * Makes a check.
     *
     * @param holders finds whose secret it is; empty if it is nobody's, or not valid any more
     */
    BearerSecrets(Function<Secret, ? extends Optional<?>> holders) {
        this(holders, TIMEOUT);
    }

    /**
     * Makes a check.
     *
     * @param timeout how long a secret that was not valid before waits for its lookup
     */
    BearerSecrets(Function<Secret, ? extends Optional<?>> holders, Duration timeout) {
        this.holders = holders;
        this.timeout = timeout;
    }

    /**
     * Finds whose secret it is.
     *
     * @throws InvalidBearerTokenException if it is nobody's, or not valid any more
     * @throws Failure SERVICE_UNAVAILABLE if too many secrets are looked up that were not valid before
     */
    @Override
    public Authentication authenticate(Authentication bearer) {
        Secret secret = secretOf(bearer);
        SecretHash hash = secret.hash();
        Optional<?> holder = known.contains(hash) ? holders.apply(secret) : holderOfUnknown(secret);
        if (holder.isPresent()) {
            known.add(hash);
        } else {
            known.remove(hash);
        }
        return holder.map(SecretAuthentication::new)
                .orElseThrow(() -> new InvalidBearerTokenException("nobody has this secret, or not any more"));
    }

    /** The secret that a bearer shows. */
    static Secret secretOf(Authentication bearer) {
        return new Secret(((BearerTokenAuthenticationToken) bearer).getToken());
    }

    private Optional<?> holderOfUnknown(Secret secret) {
        acquirePlace();
        try {
            return holders.apply(secret);
        } finally {
            places.release();
        }
    }

    private void acquirePlace() {
        try {
            if (!places.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Failure(SystemError.SERVICE_UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(SystemError.SERVICE_UNAVAILABLE);
        }
    }
}
