package dev.parley.web.token;

import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Refuses tokens whose parts are not the one base64url text of their bytes (RFC 7515, section 2: without padding). A lenient
 * decoder takes many texts of the same token, of which a revocation would meet only one.
 *
 * @param decoder of the tokens that are left
 */
public record CanonicalTokens(JwtDecoder decoder) implements JwtDecoder {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    @Override
    public Jwt decode(String token) {
        if (!DOT.splitAsStream(token).allMatch(CanonicalTokens::isCanonical)) {
            throw new BadJwtException("a part of the token is not base64url, or not in its canonical form");
        }
        return decoder.decode(token);
    }

    private static boolean isCanonical(String part) {
        try {
            return part.equals(ENCODER.encodeToString(Base64.getUrlDecoder().decode(part)));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
