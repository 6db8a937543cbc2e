package dev.parley.web.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Refuses tokens whose parts are not the one base64url text of their bytes (RFC 7515, section 2: without padding). A lenient
 * decoder takes many texts of the same token, of which a revocation would meet only one. Header and claims have to be UTF-8
 * (RFC 7519, section 7.2): replaced bytes would make one subject of several.
 *
 * @param decoder of the tokens that are left
 */
public record CanonicalTokens(JwtDecoder decoder) implements JwtDecoder {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    @Override
    public Jwt decode(String token) {
        String[] parts = DOT.split(token, -1);
        if (!Arrays.stream(parts).allMatch(CanonicalTokens::isCanonical)) {
            throw new BadJwtException("a part of the token is not base64url, or not in its canonical form");
        }
        if (!Arrays.stream(parts).limit(2).allMatch(CanonicalTokens::isText)) {
            throw new BadJwtException("the token's header or claims are not UTF-8");
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

    private static boolean isText(String part) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(part)));
            return true;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
