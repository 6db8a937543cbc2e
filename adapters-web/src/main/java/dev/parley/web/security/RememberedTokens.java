package dev.parley.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute whose signature was good, which saves reading and checking it with each request; what time makes
 * invalid is checked anew. Tokens are found by their SHA-256, so that they are neither kept nor compared themselves.
 */
final class RememberedTokens implements JwtDecoder {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MAXIMUM_TOKENS = 10_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> timestamps;
    private final Cache<ByteBuffer, Jwt> known = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MAXIMUM_TOKENS)
            .build();

    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> timestamps) {
        this.decoder = decoder;
        this.timestamps = timestamps;
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer hash = hash(token);
        Jwt remembered = known.getIfPresent(hash);
        return remembered == null ? decodeAndRemember(hash, token) : stillValid(remembered);
    }

    private Jwt decodeAndRemember(ByteBuffer hash, String token) {
        Jwt decoded = decoder.decode(token);
        known.put(hash, decoded);
        return decoded;
    }

    private Jwt stillValid(Jwt token) {
        OAuth2TokenValidatorResult result = timestamps.validate(token);
        if (result.hasErrors()) {
            throw new JwtValidationException("the token has expired", result.getErrors());
        }
        return token;
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
