package dev.parley.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.signin.AccessTokens;
import dev.parley.domain.signin.SignIn;
import dev.parley.web.token.PresentedTokens;
import java.time.Instant;
import java.util.Date;

/** Signs tokens with the secret that {@link TokenDecoders#sharedSecret} checks them with. */
public final class HmacAccessTokens implements AccessTokens {

    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

    private final byte[] secret;

    /**
     * Makes the issuer.
     *
     * @param secret at least 32 bytes
     */
    public HmacAccessTokens(byte[] secret) {
        this.secret = secret.clone();
    }

    @Override
    public String issue(SignIn signIn) {
        return sign(claims(signIn.account().toString(), signIn.createdAt(), signIn.expiresAt())
                .claim(PresentedTokens.SIGN_IN, signIn.id().toString())
                .build());
    }

    /** A token that belongs to no sign-in, as any program with the secret can make it. */
    public String issue(String subject, boolean isAdministrator, Instant issuedAt, Instant expiresAt) {
        JWTClaimsSet.Builder claims = claims(subject, issuedAt, expiresAt);
        if (isAdministrator) {
            claims.claim("scope", Caller.ADMINISTRATOR_SCOPE);
        }
        return sign(claims.build());
    }

    private static JWTClaimsSet.Builder claims(String subject, Instant issuedAt, Instant expiresAt) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt));
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(HEADER, claims);
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw SystemFailure.internal("token.issue", e);
        }
    }
}
