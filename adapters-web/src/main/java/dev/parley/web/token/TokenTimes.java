package dev.parley.web.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whether a token is valid now: {@code exp}, which it must have, and {@code nbf} (RFC 7519, sections 4.1.4 and 4.1.5).
 *
 * @param tolerance how far the signer's clock may be from this one
 */
public record TokenTimes(InstantSource clock, Duration tolerance) implements OAuth2TokenValidator<Jwt> {

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant expiresAt = token.getExpiresAt();
        Instant notBefore = token.getNotBefore();
        if (expiresAt == null) {
            return TokenFault.NO_EXPIRY.failure();
        }
        Instant now = clock.instant();
        if (!now.minus(tolerance).isBefore(expiresAt)) {
            return TokenFault.EXPIRED.failure();
        }
        return notBefore != null && now.plus(tolerance).isBefore(notBefore)
                ? TokenFault.NOT_YET_VALID.failure()
                : OAuth2TokenValidatorResult.success();
    }
}
