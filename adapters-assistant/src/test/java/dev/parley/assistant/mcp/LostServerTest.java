package dev.parley.assistant.mcp;

import static dev.parley.assistant.mcp.McpUnderTest.TIMEOUT;
import static dev.parley.assistant.mcp.McpUnderTest.http;
import static dev.parley.assistant.testing.SdkMcpServer.echo;
import static dev.parley.assistant.testing.SdkMcpServer.saying;
import static dev.parley.assistant.testing.SdkMcpServer.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ArgumentCheck;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolResult;
import dev.parley.assistant.testing.SdkMcpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LostServerTest {

    private static final ArgumentCheck ANYTHING = (definition, arguments) -> Optional.empty();

    @Test
    void aServerThatIsDownIsInNobodysWayAndFoundWhenItComes() throws IOException {
        int port = freePort();
        try (McpUnderTest mcp = new McpUnderTest(http("http://127.0.0.1:" + port + "/mcp"))) {
            assertThat(mcp.names()).isEmpty();
            assertThat(mcp.tools.up()).containsEntry("server", false);

            try (SdkMcpServer late = SdkMcpServer.startOn(port, echo())) {
                assertThat(mcp.call("echo", "{\"text\":\"late\"}")).isEqualTo(ToolResult.of("late"));
                assertThat(mcp.tools.up()).containsEntry("server", true);
                assertThat(late.requests().messages("initialize")).isNotEmpty();
            }
        }
    }

    @Test
    void theToolsOfAServerThatDiesAreHiddenUntilItIsBack() {
        SdkMcpServer first = SdkMcpServer.start(echo());
        int port = first.port();
        try (McpUnderTest mcp = McpUnderTest.checking(http(first.url()))) {
            mcp.awaitNames("echo");

            first.close();
            mcp.awaitNames();
            assertThat(mcp.tools.up()).containsEntry("server", false);

            try (SdkMcpServer second = SdkMcpServer.startOn(port, echo())) {
                assertThat(mcp.call("echo", "{\"text\":\"again\"}")).isEqualTo(ToolResult.of("again"));
                assertThat(second.requests().messages("tools/call")).hasSize(1);
            }
        }
    }

    @Test
    void aCallThatTheServerRejectsWithoutASessionIsMadeAgainInANewOne() {
        AtomicInteger calls = new AtomicInteger();
        try (SdkMcpServer server =
                        SdkMcpServer.start(tool("count", arguments -> saying("call " + calls.incrementAndGet())));
                McpUnderTest mcp = new McpUnderTest(http(server.url()))) {
            Tool count = mcp.tool("count");
            server.requests().forgetSessionOnce();

            assertThat(count.call("{}", McpUnderTest.CONTEXT)).isEqualTo(ToolResult.of("call 1"));
            assertThat(server.requests().messages("initialize")).hasSize(2);
        }
    }

    @Test
    void aCallWhoseServerDiesMayHaveDoneItsWorkAndIsNotMadeAgain() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        SdkMcpServer server = SdkMcpServer.start(tool("work", arguments -> {
            calls.incrementAndGet();
            begun.countDown();
            awaitQuietly(end);
            return saying("done");
        }));
        try (McpUnderTest mcp = new McpUnderTest(http(server.url()))) {
            Tool work = mcp.tool("work");
            FutureTask<ToolResult> call = new FutureTask<>(() -> work.call("{}", McpUnderTest.CONTEXT));
            Thread.ofVirtual().start(call);
            begun.await();

            Thread.ofVirtual().start(server::close);

            assertThat(call.get().isError()).isTrue();
            assertThat(call.get().content()).contains("may have done its work");
            assertThat(calls).hasValue(1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aCallThatIsGivenUpIsCancelledOnTheServer() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (SdkMcpServer server = SdkMcpServer.start(echo(), tool("wait", arguments -> {
                    awaitQuietly(end);
                    return saying("done");
                }));
                McpUnderTest mcp = new McpUnderTest(http(server.url()))) {
            mcp.tool("wait");
            ToolBox box = new ToolBox(
                    List.of(mcp.tools), ANYTHING, Duration.ofSeconds(1), Secrets.NONE, (name, outcome, time) -> {});

            assertThat(box.call("wait", "{}", McpUnderTest.CONTEXT).content()).contains("took longer than 1 s");

            await().atMost(TIMEOUT)
                    .until(() -> !server.requests()
                            .messages("notifications/cancelled")
                            .isEmpty());
            JsonNode call = server.requests().messages("tools/call").getFirst();
            JsonNode cancelled =
                    server.requests().messages("notifications/cancelled").getFirst();
            assertThat(cancelled.at("/params/requestId")).isEqualTo(call.path("id"));
            await().atMost(TIMEOUT).until(() -> mcp.calls("cancelled") == 1);
            assertThat(mcp.call("echo", "{\"text\":\"still here\"}")).isEqualTo(ToolResult.of("still here"));
            end.countDown();
        }
    }

    @Test
    void streamsOfCallsThatWereGivenUpAreDroppedWithTheirSession() {
        CountDownLatch end = new CountDownLatch(1);
        try (SdkMcpServer server = SdkMcpServer.start(tool("wait", arguments -> {
                    awaitQuietly(end);
                    return saying("done");
                }));
                McpUnderTest mcp = McpUnderTest.checking(http(server.url()))) {
            mcp.tool("wait");
            ToolBox box = new ToolBox(
                    List.of(mcp.tools), ANYTHING, Duration.ofMillis(50), Secrets.NONE, (name, outcome, time) -> {});

            await().atMost(TIMEOUT).until(() -> {
                box.call("wait", "{}", McpUnderTest.CONTEXT);
                return server.requests().messages("initialize").size() > 1;
            });

            assertThat(server.requests().all())
                    .anyMatch(request -> request.method().equals("DELETE"));
            end.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
