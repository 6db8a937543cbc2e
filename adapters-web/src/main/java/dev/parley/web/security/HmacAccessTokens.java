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
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(signIn.account().toString())
                .claim(PresentedTokens.SIGN_IN, signIn.id().toString())
                .issueTime(Date.from(signIn.createdAt()))
                .expirationTime(Date.from(signIn.expiresAt()))
                .build();
        try {
            SignedJWT token = new SignedJWT(HEADER, claims);
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw SystemFailure.internal("token.issue", e);
        }
    }
}
