package dev.parley.assistant.mcp;

import static org.awaitility.Awaitility.await;

import dev.parley.application.testing.Examples;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Requester;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Connections to servers, and what their tools answer. */
final class McpUnderTest implements AutoCloseable {

    private static final Duration SOON = Duration.ofMillis(20);

    /** Far more than anything takes on a machine that has nothing else to do. */
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    static final ToolContext CONTEXT =
            new ToolContext(Examples.someone(), new ConversationId(UUID.randomUUID()), "en", Requester.UNKNOWN);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final McpTools tools;

    /** Connections whose tools are asked for when the server tells that they have changed, and at no other time. */
    McpUnderTest(McpServerSettings... servers) {
        this(Duration.ofHours(1), servers);
    }

    private McpUnderTest(Duration check, McpServerSettings... servers) {
        tools = new McpTools(List.of(servers), meters, new McpTimings(check, SOON, SOON, SOON));
        tools.start();
    }

    /** Connections that are looked after all the time. */
    static McpUnderTest checking(McpServerSettings... servers) {
        return new McpUnderTest(Duration.ofMillis(200), servers);
    }

    static McpServerSettings http(String url) {
        return http("server", url, "");
    }

    static McpServerSettings http(String name, String url, String prefix, String... allowed) {
        return new McpServerSettings(
                name, new McpEndpoint.Http(URI.create(url), Map.of("X-Key", "s3cret")), prefix, Set.of(allowed));
    }

    static McpServerSettings stdio(List<String> command) {
        return new McpServerSettings(
                "server", new McpEndpoint.Stdio(command, Map.of("GRANTED", "s3cret")), "", Set.of());
    }

    List<String> names() {
        return tools.tools().stream()
                .map(Tool::definition)
                .map(ToolDefinition::name)
                .toList();
    }

    /** Waits until a tool is there. */
    Tool tool(String name) {
        await().atMost(TIMEOUT).until(() -> names().contains(name));
        return find(name).findFirst().orElseThrow();
    }

    ToolResult call(String name, String arguments) {
        return tool(name).call(arguments, CONTEXT);
    }

    void awaitNames(String... names) {
        await().atMost(TIMEOUT).until(() -> Set.copyOf(names()).equals(Set.of(names)));
    }

    long calls(String outcome) {
        return meters.timer("parley.mcp.calls", "server", "server", "outcome", outcome)
                .count();
    }

    @Override
    public void close() {
        try {
            if (!tools.stop(TIMEOUT)) {
                throw new AssertionError("the connections did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Stream<Tool> find(String name) {
        return tools.tools().stream().filter(tool -> tool.definition().name().equals(name));
    }
}
