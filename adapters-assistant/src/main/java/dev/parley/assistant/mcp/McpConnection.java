package dev.parley.assistant.mcp;

import dev.parley.application.tool.ToolResult;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** One session with a server, from the first word to the last. */
final class McpConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(McpConnection.class);

    /** Generous, since a program may have to be downloaded before it answers. */
    private static final Duration INITIALIZE_TIMEOUT = Duration.ofSeconds(90);

    /** Generous, since a server that does one thing at a time may be busy with calls. */
    private static final Duration LIST_TIMEOUT = Duration.ofSeconds(60);

    /** Whoever calls a tool has a shorter limit and interrupts. */
    private static final Duration CALL_TIMEOUT = Duration.ofMinutes(10);

    private static final int MAXIMUM_PAGES = 50;
    private static final int MAXIMUM_TOOLS = 500;

    private final String server;
    private final Semaphore news = new Semaphore(0);
    private final RpcSession session;
    private boolean hasTools;

    private McpConnection(McpServerSettings settings, Transport transport) {
        this.server = settings.name();
        this.session = new RpcSession(transport, settings.endpoint().secrets(), this::notified, news::release);
    }

    /**
     * Connects and greets.
     *
     * @param grace how long a program may take to end
     * @throws ExchangeFailed or {@link JsonRpcErrorException} if the server does not want to, or cannot be reached
     */
    static McpConnection open(McpServerSettings settings, Duration grace) throws InterruptedException {
        Transport transport = transport(settings, grace);
        try {
            McpConnection connection = new McpConnection(settings, transport);
            connection.initialize(transport);
            return connection;
        } catch (RuntimeException | InterruptedException e) {
            transport.close();
            throw e;
        }
    }

    /** All tools that the server offers now. */
    List<OfferedTool> tools() throws InterruptedException {
        List<OfferedTool> tools = new ArrayList<>();
        Optional<String> cursor = hasTools ? Optional.of("") : Optional.empty();
        for (int page = 0; cursor.isPresent(); page++) {
            if (page == MAXIMUM_PAGES || tools.size() >= MAXIMUM_TOOLS) {
                log.warn("The MCP server {} offers too many tools; only the first {} are used", server, tools.size());
                break;
            }
            cursor = addPage(cursor.get(), tools);
        }
        return tools;
    }

    /**
     * Calls a tool.
     *
     * @param arguments a JSON object
     * @throws ExchangeFailed if there is no answer
     * @throws InterruptedException if the caller is interrupted; the server is notified
     */
    ToolResult call(String tool, String arguments) throws InterruptedException {
        try {
            return ToolContents.of(session.request(
                    McpSchema.METHOD_TOOLS_CALL,
                    Map.of("name", tool, "arguments", Json.object(arguments)),
                    CALL_TIMEOUT));
        } catch (JsonRpcErrorException e) {
            return ToolResult.error("The server refused the call: " + e.reason());
        }
    }

    /** Waits until the server's tools may have changed, the connection has broken, or the time is over. */
    void awaitNews(Duration patience) throws InterruptedException {
        if (news.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    /** Whether another should take its place. */
    boolean isWorn() {
        return session.isWorn();
    }

    boolean isBroken() {
        return session.isBroken();
    }

    @Override
    public void close() {
        session.close();
    }

    private void initialize(Transport transport) throws InterruptedException {
        JsonNode greeting = session.request(
                McpSchema.METHOD_INITIALIZE,
                Map.of(
                        "protocolVersion", transport.protocolVersions().getLast(),
                        "capabilities", Map.of(),
                        "clientInfo", Map.of("name", "parley", "version", version())),
                INITIALIZE_TIMEOUT);
        String version = greeting.path("protocolVersion").asString("");
        if (!transport.protocolVersions().contains(version)) {
            throw ExchangeFailed.unseen("it speaks an unknown version of the protocol: " + version, null);
        }
        transport.negotiated(version);
        hasTools = greeting.at("/capabilities/tools").isObject();
        session.sendNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED, Map.of(), LIST_TIMEOUT);
    }

    /** Adds a page; returns where the next one begins. */
    private Optional<String> addPage(String cursor, List<OfferedTool> tools) throws InterruptedException {
        Map<String, Object> parameters = cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor);
        JsonNode page = session.request(McpSchema.METHOD_TOOLS_LIST, parameters, LIST_TIMEOUT);
        for (JsonNode tool : page.path("tools")) {
            OfferedTool.of(tool)
                    .ifPresentOrElse(
                            tools::add, () -> log.debug("A tool of {} has no name, or its schema is too long", server));
        }
        return Optional.of(page.path("nextCursor").asString("")).filter(next -> !next.isEmpty());
    }

    private void notified(String method) {
        if (method.equals(McpSchema.METHOD_NOTIFICATION_TOOLS_LIST_CHANGED)) {
            news.release();
        }
    }

    private static Transport transport(McpServerSettings settings, Duration grace) {
        return switch (settings.endpoint()) {
            case McpEndpoint.Http http -> new HttpTransport(http);
            case McpEndpoint.Stdio stdio -> new StdioTransport(settings.name(), stdio, grace);
        };
    }

    private static String version() {
        String version = McpConnection.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }
}
