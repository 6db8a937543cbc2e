package dev.parley.web.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One user's view of a server.
 *
 * @param token null for a caller without one
 */
public record Api(URI server, @Nullable String token, HttpClient http) {

    private static final HttpClient HTTP = clients().build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SESSIONS = "/api/v1/chatkit/sessions";

    /** From any address. */
    public Api(URI server, @Nullable String token) {
        this(server, token, HTTP);
    }

    /** The same server for another caller. */
    public Api as(@Nullable String otherToken) {
        return new Api(server, otherToken, http);
    }

    /** The same server for a client with an address of its own, such as 127.0.0.20, whose sign-ins nobody else's count with. */
    public Api from(String address) {
        return new Api(
                server,
                token,
                clients().localAddress(InetAddress.ofLiteral(address)).build());
    }

    /** Creates a session. */
    public Answer createSession() {
        return post(SESSIONS);
    }

    /** Creates a session and returns its id. */
    public String newSession() {
        return createSession().data().at("/id").asString();
    }

    /** Lists the sessions. */
    public Answer sessions() {
        return get(SESSIONS);
    }

    /** Reads a session with its messages. */
    public Answer session(String id) {
        return get(SESSIONS + "/" + id);
    }

    /** Says something in a session's thread and reads the whole stream. */
    public Answer say(String session, String text) {
        return post(runsOf(session), message(text));
    }

    /** The same from someone who likes languages, as {@code Accept-Language} lists them. */
    public Answer say(String session, String text, String languages) {
        return send(
                runsOf(session),
                request -> request.POST(BodyPublishers.ofString(message(text)))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", languages));
    }

    /** Where a session's runs are started. */
    public static String runsOf(String session) {
        return "%s/%s/threads/%s/runs".formatted(SESSIONS, session, session);
    }

    /** The body that starts a run. */
    public static String message(String text) {
        return "{\"message\":{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":%s}]}}"
                .formatted(JSON.writeValueAsString(text));
    }

    /**
     * The body of a message with more than its text.
     *
     * @param members of the body in JSON, with commas between; apostrophes stand for quotation marks
     */
    public static String message(String text, String members) {
        return "{" + members.replace('\'', '"') + "," + message(text).substring(1);
    }

    /** GET. */
    public Answer get(String path) {
        return send(path, request -> request.GET());
    }

    /** POST without a body. */
    public Answer post(String path) {
        return send(path, request -> request.POST(BodyPublishers.noBody()));
    }

    /** POST of JSON. */
    public Answer post(String path, String json) {
        return sendJson("POST", path, BodyPublishers.ofString(json));
    }

    /** PATCH of JSON. */
    public Answer patch(String path, String json) {
        return sendJson("PATCH", path, BodyPublishers.ofString(json));
    }

    /** DELETE. */
    public Answer delete(String path) {
        return send(path, request -> request.DELETE());
    }

    /** Any method with a JSON body. */
    public Answer sendJson(String method, String path, BodyPublisher body) {
        return send(path, request -> request.method(method, body).header("Content-Type", "application/json"));
    }

    /** Any request. */
    public Answer send(String path, UnaryOperator<HttpRequest.Builder> request) {
        HttpResponse<String> response = exchange(path, request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** Any request, with the answer as its bytes come. */
    public <T> HttpResponse<T> exchange(
            String path, UnaryOperator<HttpRequest.Builder> request, BodyHandler<T> handler) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<T> answer = http.send(request.apply(builder).build(), handler);
            ApiContract.check(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while calling " + path));
        }
    }

    private static HttpClient.Builder clients() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
    }

    @Override
    public String toString() {
        return "Api[" + server + "]";
    }
}
