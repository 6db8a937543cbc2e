package dev.parley.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens made by hand, as a client in any language would make them. */
public final class Tokens {

    /** The secret that servers under test share. */
    public static final String SECRET = "a secret of tests with more than 32 bytes";

    /** When tokens expire, in seconds since the epoch: after all tests of this build. */
    public static final long LATER = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    /** A token of a user whom nobody has heard of. */
    public static String ofSomeone() {
        return of(UUID.randomUUID().toString());
    }

    /** A token of a user, valid until {@link #LATER}. */
    public static String of(String subject) {
        return with("{\"sub\":\"%s\",\"exp\":%d}".formatted(subject, LATER));
    }

    /** A well signed token with these claims. */
    public static String with(String claims) {
        return signed(HEADER, claims, SECRET);
    }

    /** A token signed with a secret, whatever its header says. */
    public static String signed(String header, String claims, String secret) {
        return signed(header, claims.getBytes(UTF_8), secret);
    }

    /** A token of claims that need not be text. */
    public static String signed(String header, byte[] claims, String secret) {
        String content = base64(header.getBytes(UTF_8)) + "." + base64(claims);
        return content + "." + base64(hmac(content, secret));
    }

    private static byte[] hmac(String content, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(content.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
