package dev.parley.assistant.mcp;

import static dev.parley.assistant.mcp.McpUnderTest.CONTEXT;
import static dev.parley.assistant.mcp.McpUnderTest.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolResult;
import dev.parley.assistant.schema.JsonSchemaCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether what others have written is understood, through both transports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReferenceServerTest {

    private McpUnderTest stdio;
    private McpUnderTest http;
    private Process process;

    enum Transport {
        STDIO,
        HTTP
    }

    @BeforeAll
    void start() throws IOException {
        int port = freePort();
        process = ReferenceServer.startHttp(port);
        stdio = new McpUnderTest(McpUnderTest.stdio(ReferenceServer.command("stdio")));
        http = new McpUnderTest(McpUnderTest.http("http://127.0.0.1:" + port + "/mcp"));
    }

    @AfterAll
    void stop() {
        if (process != null) {
            http.close();
            stdio.close();
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aToolIsCalled(Transport transport) throws InterruptedException {
        assertThat(call(transport, "echo", "{\"message\":\"Hello\"}")).isEqualTo(ToolResult.of("Echo: Hello"));
    }

    @ParameterizedTest
    @EnumSource
    void argumentsAreHeldAgainstTheServersSchema(Transport transport) throws InterruptedException {
        ToolResult result = call(transport, "get-sum", "{\"a\":\"one\",\"b\":2}");

        assertThat(result.isError()).isTrue();
        assertThat(result.content()).startsWith("The arguments do not fit the tool's schema: /a");
    }

    @ParameterizedTest
    @EnumSource
    void anErrorIsAnError(Transport transport) {
        ToolResult result = on(transport).call("get-sum", "{\"a\":\"one\"}");

        assertThat(result.isError()).isTrue();
        assertThat(result.content()).contains("expected number");
    }

    @ParameterizedTest
    @EnumSource
    void anImageIsToldInWords(Transport transport) throws InterruptedException {
        assertThat(call(transport, "get-tiny-image", "{}").content())
                .contains("[an image of the type image/png and ")
                .hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @EnumSource
    void aResourceAndLinksAreTold(Transport transport) throws InterruptedException {
        assertThat(call(transport, "get-resource-reference", "{}").content())
                .contains("[demo://resource/dynamic/text/1]\n");
        assertThat(call(transport, "get-resource-links", "{\"count\":2}").content())
                .contains("[a link to ", "demo://resource/dynamic/");
    }

    @ParameterizedTest
    @EnumSource
    void structuredContentIsToldOnce(Transport transport) throws InterruptedException {
        assertThat(call(transport, "get-structured-content", "{\"location\":\"Chicago\"}")
                        .content())
                .containsOnlyOnce("\"temperature\"");
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatTakesTooLongIsGivenUpAndTheNextSucceeds(Transport transport) throws InterruptedException {
        ToolBox impatient = new ToolBox(
                List.of(on(transport).tools),
                new JsonSchemaCheck(Secrets.NONE),
                Duration.ofMillis(500),
                Secrets.NONE,
                (name, outcome, time) -> {});
        on(transport).tool("trigger-long-running-operation");

        ToolResult result = impatient.call("trigger-long-running-operation", "{\"duration\":300,\"steps\":5}", CONTEXT);

        assertThat(result.content()).contains("took longer than");
        await().atMost(TIMEOUT).until(() -> on(transport).calls("cancelled") == 1);
        assertThat(call(transport, "echo", "{\"message\":\"next\"}")).isEqualTo(ToolResult.of("Echo: next"));
    }

    /** As a model calls it: within limits, and with its arguments checked. */
    private ToolResult call(Transport transport, String tool, String arguments) throws InterruptedException {
        on(transport).tool(tool);
        ToolBox box = new ToolBox(
                List.of(on(transport).tools),
                new JsonSchemaCheck(Secrets.NONE),
                TIMEOUT,
                Secrets.NONE,
                (name, outcome, time) -> {});
        return box.call(tool, arguments, CONTEXT);
    }

    private McpUnderTest on(Transport transport) {
        return switch (transport) {
            case STDIO -> stdio;
            case HTTP -> http;
        };
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
