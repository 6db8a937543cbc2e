package dev.parley.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that every {@link Server} takes, signed with {@link Server#SECRET}. */
public final class AccessToken {

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private AccessToken() {}

    /** The token of this subject, the same at each call. */
    public static String of(String subject) {
        return TOKENS.computeIfAbsent(subject, AccessToken::signed);
    }

    private static String signed(String subject) {
        String claims = "{\"sub\":\"%s\",\"exp\":%d}".formatted(subject, 4102444800L);
        String content =
                encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "." + encode(claims.getBytes(UTF_8));
        return content + "." + encode(signature(content));
    }

    private static byte[] signature(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Server.SECRET.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(content.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
