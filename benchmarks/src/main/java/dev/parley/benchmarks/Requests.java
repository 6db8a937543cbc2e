package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.benchmarks.server.AccessToken;
import dev.parley.benchmarks.server.Server;

/** Requests as the bytes that go over the wire. */
final class Requests {

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

    /** Reads a run's events, after one of them unless that is empty. */
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
                        AccessToken.of(account),
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
               %s""".formatted(runs(session), server.port(), AccessToken.of(account), body.length(), body)
                .getBytes(UTF_8);
    }

    private static byte[] request(Server server, String method, String path, String account) {
        return """
               %s %s HTTP/1.1\r
               Host: 127.0.0.1:%d\r
               Authorization: Bearer %s\r
               Content-Length: 0\r
               \r
               """.formatted(method, path, server.port(), AccessToken.of(account))
                .getBytes(UTF_8);
    }
}
