package dev.parley.assistant.mcp;

import static dev.parley.assistant.mcp.McpUnderTest.TIMEOUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.assistant.testing.CapturedLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that repeats the key that it does not take. */
class McpSecretsTest {

    private static final String KEY = "a key that nobody may see";
    private static final Pattern ID = Pattern.compile("\"id\":(\"[^\"]*\"|\\d+)");

    private final CapturedLog log = CapturedLog.of("dev.parley.assistant");
    private final HttpServer server;

    McpSecretsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", McpSecretsTest::refuse);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        log.close();
        server.stop(0);
    }

    @Test
    void theValueOfAHeaderIsNotLogged() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mcp");
        McpServerSettings settings = new McpServerSettings(
                "server", new McpEndpoint.Http(url, Map.of("Authorization", "Bearer " + KEY)), "", Set.of());

        try (McpUnderTest mcp = new McpUnderTest(settings)) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() ->
                            assertThat(log.lines()).anyMatch(line -> line.startsWith("The MCP server server is down")));
            assertThat(mcp.names()).isEmpty();
        }

        assertThat(log.lines())
                .anyMatch(line -> line.contains("[secret] is unknown"))
                .noneMatch(line -> line.contains(KEY));
    }

    @Test
    void whatAProgramWritesIsLoggedWithoutTheValuesOfItsVariables() {
        McpServerSettings settings = new McpServerSettings(
                "program",
                new McpEndpoint.Stdio(
                        List.of("sh", "-c", "echo \"out $KEY\"; echo \"err $KEY\" >&2"), Map.of("KEY", KEY)),
                "",
                Set.of());

        try (McpUnderTest mcp = new McpUnderTest(settings)) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(log.lines())
                            .anyMatch(line -> line.contains("out [secret]"))
                            .anyMatch(line -> line.contains("err [secret]")));
            assertThat(mcp.names()).isEmpty();
        }

        assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher id = ID.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] answer = (id.find()
                            ? "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32000,\"message\":\"%s is unknown\"}}"
                                    .formatted(id.group(1), key)
                            : "{}")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
