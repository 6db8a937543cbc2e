package dev.parley.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.application.account.AccessTokens;
import dev.parley.application.shared.StepFailed;
import dev.parley.domain.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/** Signs tokens with the secret that {@link TokenDecoders#sharedSecret} checks them with. */
public final class HmacAccessTokens implements AccessTokens {

    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

    private final byte[] secret;
    private final InstantSource clock;

    /**
     * Makes the issuer.
     *
     * @param secret at least 32 bytes
     */
    public HmacAccessTokens(byte[] secret, InstantSource clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    @Override
    public AccessToken issue(AccountId account) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(account.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        try {
            SignedJWT token = new SignedJWT(HEADER, claims);
            token.sign(new MACSigner(secret));
            return new AccessToken(token.serialize(), LIFETIME);
        } catch (JOSEException e) {
            throw StepFailed.internal("token.issue", e);
        }
    }
}
