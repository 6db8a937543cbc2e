package dev.parley.assistant.mcp;

import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolOutcome;
import dev.parley.application.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a connection to a server for as long as Parley runs, on a thread of its own. */
final class McpServer {

    private static final Logger log = LoggerFactory.getLogger(McpServer.class);

    /** How long a request waits for a connection that is being made again. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final McpServerSettings settings;
    private final McpTimings timings;
    private final Secrets secrets;
    private final McpMeters meters;
    private final Runnable changed;
    private final ToolSelection selection;
    private final CurrentConnection current = new CurrentConnection();
    private final Thread keeper;
    private volatile List<Tool> tools = List.of();

    /** Only the keeper knows these. */
    private List<OfferedTool> offered = List.of();

    private @Nullable Boolean loggedUp;

    /**
     * Knows a server, and does nothing about it yet.
     *
     * @param changed is called when its tools have changed
     */
    McpServer(McpServerSettings settings, McpTimings timings, McpMeters meters, Runnable changed) {
        this.settings = settings;
        this.timings = timings;
        this.secrets = settings.endpoint().secrets();
        this.meters = meters;
        this.changed = changed;
        this.selection = new ToolSelection(settings);
        this.keeper = Thread.ofVirtual().name("mcp-" + settings.name()).unstarted(this::keep);
    }

    String name() {
        return settings.name();
    }

    /** What can be called now. */
    List<Tool> tools() {
        return tools;
    }

    boolean isUp() {
        return current.exists();
    }

    void start() {
        keeper.start();
    }

    /** Ends the connection, without waiting. */
    void stop() {
        keeper.interrupt();
    }

    /** Waits until a stopped server has let go of everything; false if that takes longer. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return keeper.join(patience);
    }

    /** Calls a tool by the name that the server gives it. */
    ToolResult call(String tool, String arguments) {
        long begin = System.nanoTime();
        ToolOutcome outcome = ToolOutcome.FAILED;
        try {
            ToolResult result = callOnceOrAgain(tool, arguments);
            outcome = result.isError() ? ToolOutcome.ERROR : ToolOutcome.OK;
            return result;
        } catch (ExchangeFailed e) {
            log.warn(
                    "The tool {} of the MCP server {} did not answer: {}",
                    tool,
                    name(),
                    RootCause.of(e, secrets),
                    secrets.hideIn(e));
            return ToolResult.error("The connection to " + name() + " failed; the tool "
                    + (e.isCertainlyUnseen() ? "was not called." : "may have done its work."));
        } catch (InterruptedException e) {
            outcome = ToolOutcome.CANCELLED;
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the tool " + tool + " any longer");
        } finally {
            meters.called(name(), outcome, begin);
        }
    }

    /** A server that has forgotten the session, or was restarted, is asked again; no call is made twice. */
    private ToolResult callOnceOrAgain(String tool, String arguments) throws InterruptedException {
        McpConnection connection = current.await(TIMEOUT);
        try {
            return connection.call(tool, arguments);
        } catch (ExchangeFailed e) {
            if (!e.isCertainlyUnseen() || !connection.isBroken()) {
                throw e;
            }
            return current.await(TIMEOUT).call(tool, arguments);
        }
    }

    private void keep() {
        Retries retries = new Retries(timings.firstPause());
        try {
            while (true) {
                Thread.sleep(keepOne(retries));
            }
        } catch (InterruptedException e) {
            log.debug("The MCP server {} is let go", name());
        } finally {
            hide();
        }
    }

    /** Keeps one connection until it breaks; returns how long to wait before the next. */
    private Duration keepOne(Retries retries) throws InterruptedException {
        try (McpConnection connection = McpConnection.open(settings, timings.grace())) {
            List<OfferedTool> offers = connection.tools();
            current.set(connection);
            show(offers);
            upOrDown(true, null);
            return keep(connection, retries);
        } catch (RuntimeException e) {
            hide();
            upOrDown(false, e);
            return retries.refused();
        }
    }

    private Duration keep(McpConnection connection, Retries retries) throws InterruptedException {
        long begin = System.nanoTime();
        RuntimeException end = superviseUntilItEnds(connection);
        Duration pause = retries.broken(Duration.ofNanos(System.nanoTime() - begin));
        if (pause.isPositive()) {
            hide();
            upOrDown(false, end);
        } else {
            log.debug("The connection to the MCP server {} broke and is made again", name(), secrets.hideIn(end));
        }
        return pause;
    }

    /** Follows what the server offers; returns why that has ended. */
    private RuntimeException superviseUntilItEnds(McpConnection connection) throws InterruptedException {
        try {
            while (!connection.isWorn()) {
                connection.awaitNews(timings.check());
                if (!connection.isBroken()) {
                    Thread.sleep(timings.settling());
                }
                show(connection.tools());
            }
            return ExchangeFailed.unseen("the connection is worn by calls that were given up", null);
        } catch (ExchangeFailed | JsonRpcErrorException e) {
            return e;
        }
    }

    private void show(List<OfferedTool> offers) {
        if (!offers.equals(offered)) {
            offered = offers;
            tools = selection.of(offers).entrySet().stream()
                    .<Tool>map(tool -> new RemoteTool(this, tool.getKey(), tool.getValue()))
                    .toList();
            changed.run();
        }
    }

    private void hide() {
        current.clear();
        offered = List.of();
        tools = List.of();
        changed.run();
    }

    /** Logs it when it changes, and not with each attempt. */
    private void upOrDown(boolean up, @Nullable RuntimeException why) {
        if (loggedUp == null || loggedUp != up) {
            loggedUp = up;
            if (up) {
                log.info("The MCP server {} is up; models may use {} of its tools", name(), tools.size());
            } else {
                log.warn("The MCP server {} is down ({}); its tools are hidden until it is back", name(), reason(why));
            }
        }
        log.debug("The MCP server {} is {}", name(), up ? "up" : "down", hidden(why));
    }

    private @Nullable Throwable hidden(@Nullable RuntimeException why) {
        return why == null ? null : secrets.hideIn(why);
    }

    private String reason(@Nullable RuntimeException why) {
        return ExchangeFailed.reasonOf(why, secrets);
    }
}
