package dev.parley.web.token;

import dev.parley.application.shared.SystemFailure;
import java.io.Serial;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A token with a good signature of which nobody can tell now whether it is revoked. It serves to operate the server, for one
 * request.
 */
final class UncheckedToken extends Jwt {

    @Serial
    private static final long serialVersionUID = 1;

    private final SystemFailure failure;

    UncheckedToken(Jwt token, SystemFailure failure) {
        super(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), token.getHeaders(), token.getClaims());
        this.failure = failure;
    }

    /** Why it was not checked. */
    SystemFailure failure() {
        return failure;
    }
}
