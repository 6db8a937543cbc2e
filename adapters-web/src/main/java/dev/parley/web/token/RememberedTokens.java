package dev.parley.web.token;

import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.web.token.TokenMemory.GoodToken;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks signature and revocation of a token once a minute, which saves it with each request; what time makes invalid is
 * checked anew. Tokens are found by their SHA-256, so that they are neither kept nor compared themselves. While the database is
 * away, a token without a sign-in is an {@link UncheckedToken}.
 */
public final class RememberedTokens implements JwtDecoder {

    /** How long a request waits for another one's check of the same token. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> timestamps;
    private final TokenMemory memory;
    private final Duration timeout;

    /**
     * Makes the decoder.
     *
     * @param decoder of tokens that are not remembered
     * @param timestamps what is checked of those that are
     */
    public RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> timestamps, TokenMemory memory) {
        this(decoder, timestamps, memory, TIMEOUT);
    }

    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> timestamps, TokenMemory memory, Duration timeout) {
        this.decoder = decoder;
        this.timestamps = timestamps;
        this.memory = memory;
        this.timeout = timeout;
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer hash = ByteBuffer.wrap(PresentedTokens.sha256(token));
        CompletableFuture<GoodToken> own = new CompletableFuture<>();
        @Nullable CompletableFuture<GoodToken> known = memory.findOrBegin(hash, own);
        @Nullable GoodToken good = known == null ? null : awaited(known);
        return good == null ? check(token, own) : stillValid(good.token());
    }

    private @Nullable GoodToken awaited(CompletableFuture<GoodToken> check) {
        try {
            return check.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SystemFailure.unavailable("token.check", e);
        } catch (ExecutionException | TimeoutException e) {
            throw SystemFailure.unavailable("token.check", e);
        }
    }

    /** Completes the check with the token if it is good, else with nothing. */
    @SuppressWarnings("NullAway") // What completes with null is not remembered.
    private Jwt check(String token, CompletableFuture<GoodToken> own) {
        try {
            Jwt decoded = decoder.decode(token);
            return checked(decoded, own);
        } finally {
            own.complete(null);
        }
    }

    private Jwt checked(Jwt decoded, CompletableFuture<GoodToken> own) {
        try {
            own.complete(memory.check(decoded));
            return decoded;
        } catch (SystemFailure e) {
            if (e.kind() == FailureKind.UNAVAILABLE && PresentedTokens.signInOf(decoded) == null) {
                return new UncheckedToken(decoded, e);
            }
            throw e;
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
