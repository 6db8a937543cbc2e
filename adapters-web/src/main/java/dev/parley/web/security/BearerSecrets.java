package dev.parley.web.security;

import dev.parley.domain.access.Secret;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Takes bearer tokens that are secrets of Parley's own. */
final class BearerSecrets implements AuthenticationManager {

    private final Function<Secret, ? extends Optional<?>> holders;

    /**
     * Makes a check.
     *
     * @param holders finds whose secret it is; empty if it is nobody's, or not valid any more
     */
    BearerSecrets(Function<Secret, ? extends Optional<?>> holders) {
        this.holders = holders;
    }

    @Override
    public Authentication authenticate(Authentication bearer) {
        return holders.apply(secretOf(bearer))
                .map(SecretAuthentication::new)
                .orElseThrow(() -> new InvalidBearerTokenException("nobody has this secret, or not any more"));
    }

    /** The secret that a bearer shows. */
    static Secret secretOf(Authentication bearer) {
        return new Secret(((BearerTokenAuthenticationToken) bearer).getToken());
    }
}
