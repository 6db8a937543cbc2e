package dev.parley.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.RunningParley;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private static final String SESSIONS = "/api/v1/chatkit/sessions";

    private final RunningParley parley = RunningParley.shared();
    private final Api user = parley.someone();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/nothing", "/api/v1/chatkit/sessions/", "/error"})
    void anUnknownPathIsNotFound(String path) {
        Answer answer = user.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_FOUND");
        assertThat(answer.json().at("/success").asBoolean()).isFalse();
    }

    @Test
    void anUnknownPathIsNotFoundForAnyMethod() {
        assertThat(user.post("/api/v1/nothing", "{}").status()).isEqualTo(404);
    }

    @Test
    void aMethodThatIsNotTakenNamesThoseThatAre() {
        Answer answer = user.sendJson("PUT", SESSIONS, BodyPublishers.ofString("{}"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).isEqualTo("GET, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUERY", "PROPFIND", "NONSENSE"})
    void aMethodThatNobodyKnowsIsNotTakenEither(String method) {
        Answer known = user.sendJson(method, SESSIONS, BodyPublishers.noBody());

        assertThat(known.status()).isEqualTo(405);
        assertThat(known.header("Allow")).isEqualTo("GET, POST");
        assertThat(user.sendJson(method, "/api/v1/nothing", BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "a%5Cb, %5C",
        "a%2Fb, %2F",
        "a%00b, %00",
        "a%0Ab, %0A",
        "a%25b, %25",
        "a%41b, %41",
        "a%E2%80%A8b, %E2%80%A8",
        "a;b, ;",
        "a//b, //"
    })
    void whatAnAddressMustNotHaveIsNamed(String task, String named) {
        RawExchange answer = RawExchange.of(
                parley.port(), "GET", "/api/v1/tasks/" + task, List.of("Authorization: Bearer " + user.token()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.json().at("/error/message").asString())
                .isEqualTo("The address must not have \"" + named + "\".");
    }

    @Test
    void aBodyThatIsNotJsonIsUnsupported() {
        Answer answer = user.send(
                Api.runsOf(user.newSession()),
                request -> request.POST(BodyPublishers.ofString("hello")).header("Content-Type", "text/plain"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aCallerWhoTakesNoJsonIsToldSoInJson() {
        Answer answer = user.send(SESSIONS, request -> request.GET().header("Accept", "text/html"));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void aRefusalComesAsJsonToWhoWantsEvents() {
        Answer answer = user.send(
                Api.runsOf("nothing"),
                request -> request.POST(BodyPublishers.ofString(Api.message("hello")))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("SESSION_NOT_FOUND");
    }

    @Test
    void aBodyOver1MiBIsRefusedWhenItsLengthIsAnnounced() {
        Answer answer = user.post(SESSIONS, "{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("REQUEST_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSIONS, SESSIONS + "/some/threads/some/runs"})
    void aBodyOver1MiBIsRefusedWhenItComesInChunks(String path) {
        byte[] body = ("{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(UTF_8);

        Answer answer = user.sendJson("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("REQUEST_TOO_LARGE");
    }

    @Test
    void aBodyOf1MiBIsRead() {
        String around = "{\"a\":\"\"}";

        Answer answer = user.post(SESSIONS, "{\"a\":\"" + "x".repeat(1024 * 1024 - around.length()) + "\"}");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void jsonNestedDeeperThan100IsRefused() {
        assertThat(user.post(SESSIONS, nested(99)).status()).isEqualTo(200);

        Answer answer = user.post(SESSIONS, nested(100));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).contains("deeper than 100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": 1} trailing",
                "{'message': 1}",
                "{\"message\": NaN}",
                "not json",
                ""
            })
    void jsonThatIsNotIsRefused(String body) {
        Answer answer = user.post(Api.runsOf("some"), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.message()).startsWith("body ");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] body = {'{', '"', (byte) 0xFF, '"', ':', '1', '}'};

        Answer answer = user.sendJson("POST", SESSIONS, BodyPublishers.ofByteArray(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/chatkit/sessions/a%00b", "/api/v1/chatkit/sessions/a%2Fb", "/api/..%2F/x"})
    void anAddressThatIsNotAllowedIsRefused(String path) {
        Answer answer = user.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void evenWhatTomcatRefusesHasTheEnvelope() throws IOException {
        String answer = raw("GET /a|b{ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("X-Request-Id: ")
                .contains("\"code\":\"INVALID_REQUEST\"");
    }

    static Stream<Arguments> brokenRequests() {
        String host = "Host: localhost\r\n";
        return Stream.of(
                Arguments.of("GET /" + "x".repeat(9000) + " HTTP/1.1\r\n" + host, 414, "too long"),
                Arguments.of("GET / HTTP/1.1\r\n" + host + "X: " + "x".repeat(9000) + "\r\n", 431, "too long"),
                Arguments.of("GET / HTTP/1.1\r\n" + host + "X: y\r\n".repeat(101), 431, "too many headers"),
                Arguments.of("GET / HTTP/3.0\r\n" + host, 505, "HTTP/1.1"),
                Arguments.of("GET / FOO\r\n" + host, 400, "HTTP/1.1"),
                Arguments.of("G@T / HTTP/1.1\r\n" + host, 400, "method or the address"),
                Arguments.of("GET /a|b HTTP/1.1\r\n" + host, 400, "method or the address"),
                Arguments.of("GET x HTTP/1.1\r\n" + host, 400, "address, its query"),
                Arguments.of("GET / HTTP/1.1\r\n", 400, "Host header"),
                Arguments.of("GET / HTTP/1.1\r\n" + host + host, 400, "Host header"),
                Arguments.of("GET / HTTP/1.1\r\nHost: a b\r\n", 400, "Host header"),
                Arguments.of("GET http://elsewhere/ HTTP/1.1\r\n" + host, 400, "Host header"),
                Arguments.of("GET / HTTP/1.1\r\n" + host + "X: \0\r\n", 400, "A header cannot be read"),
                Arguments.of("GET / HTTP/1.1\r\n" + host + "X: a\u0001b\r\n", 400, "A header cannot be read"),
                Arguments.of("GET / HTTP/1.1\r\n" + host + "X\0: a\r\n", 400, "A header cannot be read"),
                Arguments.of("GET / HTTP/1.1\r\n" + host + "no colon\r\n", 400, "A header cannot be read"),
                Arguments.of("POST / HTTP/1.1\r\n" + host + "Content-Length: x\r\n", 400, "Content-Length"),
                Arguments.of("POST / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n", 400, "Content-Length"),
                Arguments.of(
                        "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n",
                        400,
                        "Content-Length"),
                Arguments.of("POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n", 501, "Transfer-Encoding"),
                Arguments.of("POST / HTTP/1.1\r\n" + host + "Expect: foo\r\n", 417, "Expect"),
                Arguments.of("CONNECT / HTTP/1.1\r\n" + host, 501, "CONNECT"));
    }

    @ParameterizedTest
    @MethodSource("brokenRequests")
    void whatTomcatRefusesIsToldByItsCause(String lines, int status, String cause) {
        RawExchange answer = RawExchange.send(parley.port(), lines + "Connection: close\r\n\r\n");
        RawExchange below = RawExchange.send(
                parley.port(), lines.replaceFirst(" /(?! FOO)", " /v1/") + "Connection: close\r\n\r\n");
        RawExchange german =
                RawExchange.send(parley.port(), lines + "Accept-Language: de\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/success").asBoolean(true)).isFalse();
        assertThat(answer.json().at("/error/message").asString()).contains(cause);
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(german.status()).isEqualTo(status);
        assertThat(below.status()).isEqualTo(status);
        if (!below.json().has("success")) {
            assertThat(below.json().at("/error/type").asString()).isEqualTo("invalid_request_error");
        }
    }

    /** RFC 9112, section 6.3: the chunks count, and the connection ends, since a proxy may have counted by the length. */
    @Test
    void aBodyWithTwoLengthsEndsItsConnection() {
        String requests = """
                POST /api/v1/auth/login HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Content-Length: 7
                Transfer-Encoding: chunked

                2
                {}
                0

                GET /api/v1/auth/me HTTP/1.1
                Host: localhost

                """;

        RawExchange answer = RawExchange.send(parley.port(), requests.replace("\n", "\r\n"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(answer.body()).contains("\"code\":\"VALIDATION_ERROR\"").doesNotContain("HTTP/1.1");
    }

    static Stream<Arguments> openAisAddresses() {
        return Stream.of(
                        "/v1",
                        "/v1/",
                        "/v1/nothing",
                        "/v1/chatkit/threads",
                        "/v%31/chatkit/threads",
                        "/%761/x",
                        "//v1/x",
                        "/v1//x",
                        "/./v1/x",
                        "/x/../v1/y",
                        "/v1;a=b/x",
                        "/v1/%2e%2E/v1/x",
                        "/v1/%C3%28",
                        "/v1/a%00",
                        "/v1/a%5Cb",
                        "/v1/x?=1")
                .flatMap(path -> Stream.of(
                        Arguments.of(RunningParley.shared(), path),
                        Arguments.of(RunningParley.behindProxy(), "/talk" + path)));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("openAisAddresses")
    void errorsBelowV1HaveOpenAisFormHoweverThePathIsSpelled(RunningParley server, String path) {
        for (String method : List.of("GET", "TRACE", "FOO")) {
            RawExchange answer = RawExchange.of(server.port(), method, path, List.of());

            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.json().at("/error/type").asString()).isEqualTo("invalid_request_error");
            assertThat(answer.json().has("success")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/x", "/api/v%31/x", "/v10/x", "/x/v1", "/v1/../x", "/v1/..", "/api/v1/a|b{"})
    void errorsElsewhereHaveTheEnvelope(String path) {
        for (String method : List.of("GET", "TRACE")) {
            RawExchange answer = RawExchange.of(parley.port(), method, path, List.of());

            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.json().at("/success").asBoolean(true)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tas%6bs", "/api//v1/tasks", "/api/v1/./tasks", "/api/v1/x/../tasks", "/api/v1/tasks;a=b",
                "/api/v1/tasks/%7e", "/api/v1/tasks/%2D", "/api/v1/tasks/%5f", "/v%33/api-docs",
                        "/swagger-ui//index.html"
            })
    void aPathThatNoHonestClientSpellsIsRefusedForEverybody(String path) {
        for (List<String> headers : List.of(List.<String>of(), List.of("Authorization: Bearer " + user.token()))) {
            RawExchange answer = RawExchange.of(parley.port(), "GET", path, headers);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/error/code").asString()).isEqualTo("INVALID_REQUEST");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization   | Bearer a         | Bearer b
            Authorization   | Bearer a         | Basic b
            Content-Type    | application/json | text/plain
            Origin          | https://a.org    | https://b.org
            Range           | bytes=0-         | bytes=1-
            Idempotency-Key | a                | a
            Last-Event-ID   | a                | b
            """)
    void aHeaderThatDecidesSomethingIsNotSentTwice(String name, String one, String other) {
        List<String> headers = List.of(name + ": " + one, name.toLowerCase(Locale.ROOT) + ": " + other);

        RawExchange answer = RawExchange.of(parley.port(), "POST", SESSIONS, headers);
        RawExchange ofHosted = RawExchange.of(parley.port(), "POST", "/v1/chatkit/sessions", headers);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/success").asBoolean(true)).isFalse();
        assertThat(answer.json().at("/error/code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.json().at("/error/message").asString()).isEqualTo(name + " must not be sent twice");
        assertThat(ofHosted.status()).isEqualTo(400);
        assertThat(ofHosted.json().at("/error/param").asString()).isEqualTo(name);
    }

    @Test
    void aRequestIdIsMade() {
        Answer answer = user.get("/nothing");

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{32}");
        assertThat(answer.json().at("/error/request_id").asString()).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void aSaneRequestIdOfTheCallerIsKept() {
        Answer answer = user.send("/nothing", request -> request.GET().header("X-Request-Id", "caller-1.2_3:4"));

        assertThat(answer.header("X-Request-Id")).isEqualTo("caller-1.2_3:4");
        assertThat(answer.json().at("/error/request_id").asString()).isEqualTo("caller-1.2_3:4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "quote\"", "${jndi:ldap}", "ümlaut"})
    void anInsaneRequestIdIsReplaced(String id) throws IOException {
        String answer = raw("GET /nothing HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: %s\r\nConnection: close\r\n\r\n"
                .formatted(id));

        assertThat(answer).containsPattern("X-Request-Id: [0-9a-f]{32}\r\n");
    }

    @Test
    void aLongRequestIdIsReplaced() {
        Answer answer = user.send("/nothing", request -> request.GET().header("X-Request-Id", "x".repeat(129)));

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{32}");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), parley.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }
}
