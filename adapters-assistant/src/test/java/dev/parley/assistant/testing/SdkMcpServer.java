package dev.parley.assistant.testing;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.modeler.Registry;

/** An MCP server of the SDK on loopback, which speaks streamable HTTP and remembers what it was sent. */
public final class SdkMcpServer implements AutoCloseable {

    /** Kept, since its level is forgotten with it. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    static {
        TOMCAT.setLevel(Level.WARNING);
        Registry.disableRegistry();
    }

    private final RequestRecord requests = new RequestRecord();
    private final Tomcat tomcat = new Tomcat();
    private final McpSyncServer server;
    private final Path folder;

    private SdkMcpServer(int port, List<SyncToolSpecification> tools) {
        HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider.builder()
                .keepAliveInterval(null)
                .sessionSweepInterval(null)
                .build();
        server = McpServer.sync(transport)
                .serverInfo("scripted", "1")
                .requestTimeout(Duration.ofSeconds(60))
                .capabilities(McpSchema.ServerCapabilities.builder().tools(true).build())
                .tools(tools)
                .build();
        try {
            folder = Files.createTempDirectory("mcp-server");
            tomcat.setBaseDir(folder.toString());
            tomcat.setHostname("127.0.0.1");
            tomcat.setPort(port);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            Context context = tomcat.addContext("", folder.toString());
            if (context instanceof StandardContext standard) {
                // Looks for leaks, and warns where it may not.
                standard.setClearReferencesThreadLocals(false);
                standard.setClearReferencesRmiTargets(false);
            }
            Wrapper servlet = Tomcat.addServlet(context, "mcp", transport);
            servlet.setAsyncSupported(true);
            servlet.addMapping("/mcp");
            record(context);
            tomcat.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a server on a free port. */
    public static SdkMcpServer start(SyncToolSpecification... tools) {
        return startOn(0, tools);
    }

    /** Starts a server on a port. */
    public static SdkMcpServer startOn(int port, SyncToolSpecification... tools) {
        return new SdkMcpServer(port, List.of(tools));
    }

    /** A tool that takes anything. */
    public static SyncToolSpecification tool(String name, Function<Map<String, Object>, CallToolResult> work) {
        McpSchema.Tool tool = McpSchema.Tool.builder(
                        name, Map.of("type", "object", "properties", Map.of("text", Map.of("type", "string"))))
                .description("Does " + name)
                .build();
        return SyncToolSpecification.builder()
                .tool(tool)
                .callHandler((exchange, request) -> work.apply(request.arguments()))
                .build();
    }

    /** A tool that says its argument {@code text}. */
    public static SyncToolSpecification echo() {
        return tool("echo", arguments -> saying(String.valueOf(arguments.get("text"))));
    }

    /** A result of text. */
    public static CallToolResult saying(String text) {
        return CallToolResult.builder().addTextContent(text).build();
    }

    /** Offers a tool more, and says so. */
    public void add(SyncToolSpecification tool) {
        server.addTool(tool);
    }

    /** Offers a tool less, and says so. */
    public void remove(String tool) {
        server.removeTool(tool);
    }

    /** What it was sent. */
    public RequestRecord requests() {
        return requests;
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/mcp";
    }

    /** Where it listens. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Dies, with whatever is being done. */
    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            ExpandWar.delete(folder.toFile());
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private void record(Context context) {
        FilterDef filter = new FilterDef();
        filter.setFilterName("record");
        filter.setFilter(requests);
        filter.setAsyncSupported("true");
        context.addFilterDef(filter);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("record");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
    }
}
