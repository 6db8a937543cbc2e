package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as the bytes that go over the wire. */
final class Requests {

    private static final Map<Integer, String> TOKENS = new ConcurrentHashMap<>();
    private static final String SESSIONS = "/api/v1/chatkit/sessions";

    private Requests() {}

    static byte[] createSession(Server server, int user) {
        return request(server, "POST", SESSIONS, user);
    }

    static byte[] listSessions(Server server, int user) {
        return request(server, "GET", SESSIONS, user);
    }

    /** Reads a session of user 0. */
    static byte[] readSession(Server server, String session) {
        return request(server, "GET", SESSIONS + "/" + session, 0);
    }

    /** Reads a seeded session as the user that owns it. */
    static byte[] readSession(Server server, String session, int users) {
        int number = (int) Long.parseLong(session.substring(24), 16);
        return request(server, "GET", SESSIONS + "/" + session, number % users);
    }

    private static byte[] request(Server server, String method, String path, int user) {
        return """
               %s %s HTTP/1.1\r
               Host: 127.0.0.1:%d\r
               Authorization: Bearer %s\r
               Content-Length: 0\r
               \r
               """.formatted(method, path, server.port(), TOKENS.computeIfAbsent(user, Requests::token))
                .getBytes(UTF_8);
    }

    private static String token(int user) {
        String claims = "{\"sub\":\"%s\",\"exp\":%d}".formatted(Database.account(user), 4102444800L);
        String signed =
                encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "." + encode(claims.getBytes(UTF_8));
        return signed + "." + encode(signature(signed));
    }

    private static byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Server.SECRET.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
