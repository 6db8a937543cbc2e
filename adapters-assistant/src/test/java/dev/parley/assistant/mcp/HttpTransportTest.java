package dev.parley.assistant.mcp;

import static dev.parley.assistant.testing.SdkMcpServer.echo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.assistant.testing.SdkMcpServer;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class HttpTransportTest {

    @Test
    void aMessageThatIsRejectedIsNotReportedAsSentHoweverLongTheListenerTakes() {
        try (SdkMcpServer server = SdkMcpServer.start(echo());
                HttpTransport transport = new HttpTransport(new McpEndpoint.Http(URI.create(server.url()), Map.of()))) {
            CompletableFuture<CompletableFuture<@Nullable Void>> sent = new CompletableFuture<>();
            transport.open(new SlowListener(Thread.currentThread(), sent));
            transport
                    .send(new JSONRPCRequest(
                            "initialize",
                            "1",
                            Map.of(
                                    "protocolVersion",
                                            transport.protocolVersions().getLast(),
                                    "capabilities", Map.of(),
                                    "clientInfo", Map.of("name", "test", "version", "1"))))
                    .join();
            transport
                    .send(new JSONRPCNotification("notifications/initialized", Map.of()))
                    .join();
            server.requests().forgetSessionOnce();

            sent.complete(transport.send(new JSONRPCRequest("tools/call", "2", Map.of("name", "echo"))));

            assertThat(sent.join())
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .havingCause()
                    .matches(failure -> failure instanceof ExchangeFailed exact && exact.isCertainlyUnseen());
        }
    }

    /**
     * Gives a session every chance to end before the message is reported; one that waits for the report never does.
     *
     * @param sender the thread that sends, which may itself be the one that is told
     */
    private record SlowListener(Thread sender, CompletableFuture<CompletableFuture<@Nullable Void>> sent)
            implements Transport.Listener {

        @Override
        public void received(JSONRPCMessage message) {}

        @Override
        public void broken(Throwable cause) {
            if (Thread.currentThread() == sender) {
                return;
            }
            try {
                sent.join().get(500, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
