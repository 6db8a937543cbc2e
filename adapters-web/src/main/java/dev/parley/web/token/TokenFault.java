package dev.parley.web.token;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jwt.proc.BadJWTException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Why a bearer token is refused. Descriptions keep to the characters of {@code error_description} (RFC 6750, section 3) and
 * hold nothing of the token.
 */
public enum TokenFault {
    /** It is no JWT, or a claim has the wrong type. */
    MALFORMED("the token is malformed"),
    /** No key and algorithm that are taken here fit the header. */
    KEY("the token is not signed with a key and an algorithm that this server trusts"),
    /** The key does not fit the signature. */
    SIGNATURE("the signature does not fit the token"),
    /** The header asks for an extension of JWS (RFC 7515, section 4.1.11; RFC 7797). */
    EXTENSION("the header has crit, b64 or zip, which this server does not take"),
    /** The header says that it is another kind of token. */
    TYPE("the typ is not that of an access token"),
    /** A claim says that it is another kind of token. */
    PURPOSE("the claims are those of another kind of token, not of an access token"),
    /** It is bound to a key of its holder (RFC 7800), whose proof is not checked here. */
    BOUND("the token is bound to a key (cnf), which this server cannot check"),
    /** Another issuer made it. */
    ISSUER("the issuer (iss) is not the one that this server trusts"),
    /** It is for another server. */
    AUDIENCE("the audience (aud) does not name this server"),
    /** It does not say for whom it speaks. */
    SUBJECT("the subject (sub) is missing, too long, or no text that can be stored"),
    /** It would never expire. */
    NO_EXPIRY("the token has no expiry (exp)"),
    /** A time is outside the years 1970 to 9999. */
    TIMES("a time of the token (exp, nbf or iat) is absurd"),
    /** Its time is over. */
    EXPIRED("the token has expired"),
    /** Its time has not come. */
    NOT_YET_VALID("the token is not valid yet (nbf)"),
    /** Its holder has logged out, or its sign-in or password has ended. */
    REVOKED("the token was revoked; log in again"),
    /** It is no token, but a secret of Parley's own. */
    SECRET("the client secret is unknown or has ended");

    private final String description;

    TokenFault(String description) {
        this.description = description;
    }

    /** The reason that a caller is told. */
    public static String reason(AuthenticationException refusal) {
        Throwable cause = refusal.getCause();
        if (cause == null) {
            return SECRET.description;
        }
        return cause instanceof JwtValidationException invalid ? reason(invalid) : of(cause.getCause()).description;
    }

    /** The refusal of a token. */
    public OAuth2TokenValidatorResult failure() {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, description, null));
    }

    private static String reason(JwtValidationException invalid) {
        return invalid.getErrors().stream()
                .findFirst()
                .map(OAuth2Error::getDescription)
                .orElse(MALFORMED.description);
    }

    private static TokenFault of(@Nullable Throwable cause) {
        if (cause instanceof BadJWSException) {
            return SIGNATURE;
        }
        return cause instanceof BadJOSEException && !(cause instanceof BadJWTException) ? KEY : MALFORMED;
    }
}
