package dev.parley.web.security;

import dev.parley.web.token.AccessTokenRules;
import dev.parley.web.token.CanonicalTokens;
import dev.parley.web.token.IssuerClient;
import dev.parley.web.token.IssuerKeys;
import dev.parley.web.token.RememberedTokens;
import dev.parley.web.token.TokenMemory;
import dev.parley.web.token.TokenTimes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Decoders of bearer tokens (RFC 7519): whoever signs them, they expire and say whom they speak for. */
public final class TokenDecoders {

    private TokenDecoders() {}

    /**
     * Takes tokens that are signed with HS256 and need no claims but {@code sub} and {@code exp}.
     *
     * @param secret at least 32 bytes
     * @param tolerance how far the signer's clock may be from this one
     * @param memory of tokens that were good
     */
    public static JwtDecoder sharedSecret(byte[] secret, Duration tolerance, InstantSource clock, TokenMemory memory) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(new SecretKeySpec(secret, "HmacSHA256"))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        return checked(decoder, AccessTokenRules.ofSharedSecret(), new TokenTimes(clock, tolerance), memory);
    }

    /**
     * Takes access tokens of an OpenID Connect issuer, whose keys are fetched when the first token comes.
     *
     * @param issuer its URI
     * @param audiences of which a token has to be for one; empty for tokens for anybody
     * @param tolerance how far the issuer's clock may be from this one
     * @param memory of tokens that were good
     */
    public static JwtDecoder issuer(
            String issuer, Set<String> audiences, Duration tolerance, InstantSource clock, TokenMemory memory) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new IssuerKeys(new IssuerClient(issuer), clock))
                .jwsAlgorithms(taken -> taken.addAll(Arrays.asList(SignatureAlgorithm.values())))
                .build();
        return checked(decoder, AccessTokenRules.ofIssuer(issuer, audiences), new TokenTimes(clock, tolerance), memory);
    }

    private static JwtDecoder checked(
            NimbusJwtDecoder decoder, AccessTokenRules rules, TokenTimes times, TokenMemory memory) {
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(rules, times));
        return new RememberedTokens(new CanonicalTokens(decoder), times, memory);
    }
}
