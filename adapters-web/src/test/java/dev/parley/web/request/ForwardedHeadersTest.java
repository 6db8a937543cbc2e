package dev.parley.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who the client is and what the server is called is told by trusted proxies and by nobody else. */
class ForwardedHeadersTest {

    private static final String FILE =
            "{\"type\":\"attachments.create\",\"params\":{\"name\":\"a.txt\",\"size\":9,\"mime_type\":\"text/plain\"}}";
    private static final String SIGN_IN = "{\"email\":\"a@example.org\",\"password\":\"y\"}";

    private final RunningParley parley = RunningParley.behindProxy();

    @Test
    void addressesInAnswersBeginWithWhatATrustedProxySays() {
        Answer answer = uploadThrough(Map.of(
                "X-Forwarded-For", "192.0.2.1",
                "X-Forwarded-Proto", "https",
                "X-Forwarded-Host", "chat.example.org",
                "X-Forwarded-Prefix", "/help"));

        assertThat(answer.body()).contains("\"https://chat.example.org/help/api/v1/attachments/");
    }

    @Test
    void theStandardsHeaderDoesAsWell() {
        Answer answer = uploadThrough(Map.of("Forwarded", "for=192.0.2.1;proto=https;host=chat.example.org"));

        assertThat(answer.body()).contains("\"https://chat.example.org/talk/api/v1/attachments/");
    }

    @Test
    void theHeaderThatMostProxiesPassOnUnreadDoesNotOverruleTheirs() {
        Answer answer = uploadThrough(
                Map.of("X-Forwarded-For", "192.0.2.1", "Forwarded", "for=192.0.2.1;host=elsewhere.example"));

        assertThat(answer.body()).doesNotContain("elsewhere.example");
    }

    @Test
    void theDescriptionNamesTheServerAsItsClientsDo() {
        Answer answer = parley.anonymous()
                .send(
                        "/talk/v3/api-docs",
                        request -> request.header("X-Forwarded-Host", "chat.example.org")
                                .header("X-Forwarded-Proto", "https"));

        String server = answer.json().at("/servers/0/url").asString();
        assertThat(URI.create("https://chat.example.org/talk/v3/api-docs").resolve(server))
                .isEqualTo(URI.create("https://chat.example.org/talk/"));
    }

    @Test
    void nobodyElseIsBelieved() {
        String request = """
                POST /talk/api/v1/chatkit HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                X-Forwarded-Host: elsewhere.example\r
                X-Forwarded-Proto: https\r
                Forwarded: host=elsewhere.example;proto=https\r
                \r
                %s""".formatted(Tokens.ofSomeone(), FILE.length(), FILE);

        RawExchange answer = RawExchange.send(InetAddress.ofLiteral("127.0.0.2"), parley.port(), request);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"http://localhost/talk/api/v1/attachments/")
                .doesNotContain("elsewhere.example");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "127.0.0.3, true"})
    void clientsAreCountedByTheirOwnAddressIfATrustedProxyTellsIt(String peer, boolean isLimited) {
        List<Integer> statuses = IntStream.range(0, 70)
                .mapToObj(client -> signIn(InetAddress.ofLiteral(peer), "192.0.2." + client))
                .toList();

        assertThat(statuses.contains(429)).isEqualTo(isLimited);
    }

    @Test
    void whatAClientWritesBeforeTheProxyDoesNotMatter() {
        List<Integer> statuses = IntStream.range(0, 70)
                .mapToObj(client -> signIn(InetAddress.ofLiteral("127.0.0.1"), client + ".1.1.1, 198.51.100.7"))
                .toList();

        assertThat(statuses).contains(429);
    }

    @Test
    void whatIsNoAttemptCostsNothing() {
        InetAddress client = InetAddress.ofLiteral("127.0.0.4");
        for (int i = 0; i < 70; i++) {
            assertThat(signIn(client, "", "{\"email\":\"x\",\"password\":\"y\"}"))
                    .isEqualTo(400);
            assertThat(signIn(client, "", "{\"email\":")).isEqualTo(400);
        }
    }

    @Test
    void aMalformedHostIsRefused() {
        Answer answer = parley.anonymous().send("/talk/actuator", request -> request.header("X-Forwarded-Host", "a/b"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    }

    private Answer uploadThrough(Map<String, String> headers) {
        return parley.someone().send("/talk/api/v1/chatkit", request -> {
            headers.forEach(request::header);
            return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(FILE));
        });
    }

    private int signIn(InetAddress from, String forwardedFor) {
        return signIn(from, forwardedFor, SIGN_IN);
    }

    private int signIn(InetAddress from, String forwardedFor, String body) {
        String request = "POST /talk/api/v1/auth/register HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nX-Forwarded-For: %s\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(forwardedFor, body.length(), body);
        return RawExchange.send(from, parley.port(), request).status();
    }
}
