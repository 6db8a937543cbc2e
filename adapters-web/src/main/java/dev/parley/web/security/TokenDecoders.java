package dev.parley.web.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Decoders of bearer tokens (RFC 7519): whoever signs them, they expire and say whom they speak for. */
public final class TokenDecoders {

    private static final Duration CLOCK_SKEW_OF_ISSUER = Duration.ofSeconds(60);
    private static final int MAXIMUM_SUBJECT = 1024;

    private TokenDecoders() {}

    /**
     * Takes tokens that are signed with HS256 and need no claims but {@code sub} and {@code exp}.
     *
     * @param secret at least 32 bytes
     */
    public static JwtDecoder sharedSecret(byte[] secret) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(new SecretKeySpec(secret, "HmacSHA256"))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        return checked(decoder, timestamps(Duration.ZERO), List.of());
    }

    /**
     * Takes tokens of an OpenID Connect issuer, whose keys are fetched when the first token comes.
     *
     * @param issuer its URI
     */
    public static JwtDecoder issuer(String issuer) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer).build();
            return checked(decoder, timestamps(CLOCK_SKEW_OF_ISSUER), List.of(new JwtIssuerValidator(issuer)));
        });
    }

    private static JwtDecoder checked(
            NimbusJwtDecoder decoder, OAuth2TokenValidator<Jwt> timestamps, List<OAuth2TokenValidator<Jwt>> others) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>(others);
        validators.add(timestamps);
        validators.add(TokenDecoders::checkSubject);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators));
        return new RememberedTokens(decoder, timestamps);
    }

    private static OAuth2TokenValidator<Jwt> timestamps(Duration skew) {
        JwtTimestampValidator timestamps = new JwtTimestampValidator(skew);
        timestamps.setAllowEmptyExpiryClaim(false);
        return timestamps;
    }

    private static OAuth2TokenValidatorResult checkSubject(Jwt token) {
        String subject = token.getSubject();
        return subject == null || subject.isBlank() || subject.length() > MAXIMUM_SUBJECT
                ? OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "sub is missing or too long", null))
                : OAuth2TokenValidatorResult.success();
    }
}
