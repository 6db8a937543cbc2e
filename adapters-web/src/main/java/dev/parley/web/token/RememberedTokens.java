package dev.parley.web.token;

import dev.parley.web.token.TokenMemory.Revocation;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks signature and revocation of a token once a minute, which saves it with each request; what time makes invalid is
 * checked anew. Tokens are found by their SHA-256, so that they are neither kept nor compared themselves.
 */
public final class RememberedTokens implements JwtDecoder {

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> timestamps;
    private final TokenMemory memory;

    /**
     * Makes the decoder.
     *
     * @param decoder of tokens that are not remembered
     * @param timestamps what is checked of those that are
     */
    public RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> timestamps, TokenMemory memory) {
        this.decoder = decoder;
        this.timestamps = timestamps;
        this.memory = memory;
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer hash = ByteBuffer.wrap(PresentedTokens.sha256(token));
        CompletableFuture<Jwt> own = new CompletableFuture<>();
        @Nullable CompletableFuture<Jwt> known = memory.findOrBegin(hash, own);
        @Nullable Jwt good = known == null ? null : known.join();
        return good == null ? check(token, own) : stillValid(good);
    }

    /** Completes the check with the token where it may be remembered, else with nothing. */
    @SuppressWarnings("NullAway") // What completes with null is not remembered.
    private Jwt check(String token, CompletableFuture<Jwt> own) {
        try {
            Jwt decoded = decoder.decode(token);
            Revocation revocation = memory.check(decoded);
            if (revocation == Revocation.REVOKED) {
                throw new JwtValidationException(
                        "the token is revoked", TokenFault.REVOKED.failure().getErrors());
            }
            own.complete(revocation == Revocation.NONE ? decoded : null);
            return decoded;
        } finally {
            own.complete(null);
        }
    }

    private Jwt stillValid(Jwt token) {
        OAuth2TokenValidatorResult result = timestamps.validate(token);
        if (result.hasErrors()) {
            throw new JwtValidationException("the token has expired", result.getErrors());
        }
        return token;
    }
}
