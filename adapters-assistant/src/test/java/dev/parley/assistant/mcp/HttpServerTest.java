package dev.parley.assistant.mcp;

import static dev.parley.assistant.mcp.McpUnderTest.TIMEOUT;
import static dev.parley.assistant.mcp.McpUnderTest.http;
import static dev.parley.assistant.testing.SdkMcpServer.echo;
import static dev.parley.assistant.testing.SdkMcpServer.saying;
import static dev.parley.assistant.testing.SdkMcpServer.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.assistant.testing.SdkMcpServer;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HttpServerTest {

    private final SdkMcpServer server = SdkMcpServer.start(echo());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itsToolsAreToldUnderTheirPrefixAndCalled() {
        try (McpUnderTest mcp = new McpUnderTest(http("server", server.url(), "my_"))) {
            assertThat(mcp.call("my_echo", "{\"text\":\"Hello\"}")).isEqualTo(ToolResult.of("Hello"));
            ToolDefinition definition = mcp.tool("my_echo").definition();
            assertThat(definition.description()).isEqualTo("Does echo");
            assertThat(definition.schema()).contains("\"text\":{\"type\":\"string\"}");
            assertThat(definition.activity()).hasToString("Asking server: echo…");
            assertThat(mcp.tools.up()).containsEntry("server", true);
            assertThat(mcp.calls("ok")).isOne();
        }
    }

    @Test
    void itGetsTheHeadersWithEachRequest() {
        try (McpUnderTest mcp = new McpUnderTest(http(server.url()))) {
            mcp.call("echo", "{}");
        }

        assertThat(server.requests().all())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("X-Key", "s3cret"));
    }

    @Test
    void nothingIsAskedBeforeTheGreetingIsOver() {
        try (McpUnderTest mcp = new McpUnderTest(http(server.url()))) {
            mcp.tool("echo");
        }

        assertThat(server.requests().all())
                .extracting(request -> request.body().path("method").asString(""))
                .filteredOn(method -> !method.isEmpty())
                .startsWith("initialize", "notifications/initialized", "tools/list");
    }

    @Test
    void whatIsNotAllowedIsNotTold() {
        server.add(tool("delete", arguments -> saying("deleted")));

        try (McpUnderTest mcp = new McpUnderTest(http("server", server.url(), "", "echo", "misspelt"))) {
            mcp.awaitNames("echo");
        }
    }

    @Test
    void toolsComeAndGoWithTheServersList() {
        try (McpUnderTest mcp = new McpUnderTest(http(server.url()))) {
            mcp.awaitNames("echo");
            // The server tells only those who listen already.
            await().atMost(TIMEOUT)
                    .until(() -> server.requests().all().stream()
                            .anyMatch(request -> request.method().equals("GET")));

            server.add(tool("shout", arguments -> saying("HELLO")));
            mcp.awaitNames("echo", "shout");
            server.remove("echo");
            mcp.awaitNames("shout");

            assertThat(mcp.call("shout", "{}")).isEqualTo(ToolResult.of("HELLO"));
        }
    }

    @Test
    void anErrorOfAToolIsAnErrorForTheModel() {
        server.add(tool(
                "fail",
                arguments -> McpSchema.CallToolResult.builder()
                        .addTextContent("the disk is full")
                        .isError(true)
                        .build()));

        try (McpUnderTest mcp = new McpUnderTest(http(server.url()))) {
            assertThat(mcp.call("fail", "{}")).isEqualTo(ToolResult.error("the disk is full"));
            assertThat(mcp.calls("error")).isOne();
        }
    }

    @Test
    void namesThatNoModelTakesAreMadeToFit() {
        server.add(tool("read.file", arguments -> saying("content")));

        try (McpUnderTest mcp = new McpUnderTest(http("server", server.url(), "", "read.file"))) {
            await().atMost(TIMEOUT).until(() -> mcp.names().size() == 1);
            String name = mcp.names().getFirst();

            assertThat(name).matches("read_file_[0-9a-f]{8}");
            assertThat(mcp.call(name, "{}")).isEqualTo(ToolResult.of("content"));
        }
    }

    @Test
    void ofTwoServersToolsWithOneNameTheFirstServersCounts() {
        try (SdkMcpServer second = SdkMcpServer.start(tool("echo", arguments -> saying("second")));
                McpUnderTest mcp = new McpUnderTest(http(server.url()), http("other", second.url(), ""))) {
            await().atMost(TIMEOUT).until(() -> !mcp.tools.up().containsValue(false));

            await().atMost(TIMEOUT)
                    .until(() -> mcp.call("echo", "{\"text\":\"first\"}").equals(ToolResult.of("first")));
            assertThat(mcp.names()).containsExactly("echo");
        }
    }

    @Test
    void theSessionIsEndedWithParley() {
        try (McpUnderTest mcp = new McpUnderTest(http(server.url()))) {
            mcp.tool("echo");
        }

        assertThat(server.requests().all()).anyMatch(request -> request.method().equals("DELETE"));
    }
}
