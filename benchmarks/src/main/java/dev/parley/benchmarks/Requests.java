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

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final String SESSIONS = "/api/v1/chatkit/sessions";

    private Requests() {}

    static byte[] createSession(Server server, String account) {
        return request(server, "POST", SESSIONS, account);
    }

    static byte[] listSessions(Server server, String account) {
        return request(server, "GET", SESSIONS, account);
    }

    static byte[] readSession(Server server, String session, String account) {
        return request(server, "GET", SESSIONS + "/" + session, account);
    }

    static byte[] startRunOf(Server server, String session, String account, String model) {
        return startRun(server, session, account, """
                {"message":{"role":"user","content":[{"type":"input_text","text":"Go"}],"inference_options":{"model":"%s"}}}""".formatted(model));
    }

    static byte[] startRun(Server server, String session, String account, String text, boolean isInBackground) {
        return startRun(server, session, account, """
                {"message":{"role":"user","content":[{"type":"input_text","text":"%s"}]},"background":%b}""".formatted(text, isInBackground));
    }

    /** Reads a run's events, behind one of them unless that is empty. */
    static byte[] readRun(Server server, String session, String account, String run, String lastEventId) {
        return """
               GET %s/%s/events HTTP/1.1\r
               Host: 127.0.0.1:%d\r
               Authorization: Bearer %s\r
               %s\r
               """.formatted(
                        runs(session),
                        run,
                        server.port(),
                        tokenOf(account),
                        lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n")
                .getBytes(UTF_8);
    }

    private static String runs(String session) {
        return SESSIONS + "/" + session + "/threads/" + session + "/runs";
    }

    private static byte[] startRun(Server server, String session, String account, String body) {
        return """
               POST %s HTTP/1.1\r
               Host: 127.0.0.1:%d\r
               Authorization: Bearer %s\r
               Content-Type: application/json\r
               Content-Length: %d\r
               \r
               %s""".formatted(runs(session), server.port(), tokenOf(account), body.length(), body)
                .getBytes(UTF_8);
    }

    private static byte[] request(Server server, String method, String path, String account) {
        return """
               %s %s HTTP/1.1\r
               Host: 127.0.0.1:%d\r
               Authorization: Bearer %s\r
               Content-Length: 0\r
               \r
               """.formatted(method, path, server.port(), tokenOf(account)).getBytes(UTF_8);
    }

    private static String tokenOf(String account) {
        return TOKENS.computeIfAbsent(account, Requests::token);
    }

    private static String token(String account) {
        String claims = "{\"sub\":\"%s\",\"exp\":%d}".formatted(account, 4102444800L);
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
