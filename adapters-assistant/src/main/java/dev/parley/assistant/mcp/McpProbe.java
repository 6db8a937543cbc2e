package dev.parley.assistant.mcp;

import java.time.Duration;

/** Connects to a server once, to see whether it can be used. */
public final class McpProbe {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private McpProbe() {}

    /**
     * How many of the tools that the server offers models get to see.
     *
     * @throws IllegalStateException with why it cannot be used, without secrets
     * @throws InterruptedException if the caller is interrupted; a program that was started is ended
     */
    public static int usableTools(McpServerSettings settings) throws InterruptedException {
        try (McpConnection connection = McpConnection.open(settings, GRACE)) {
            return new ToolSelection(settings).of(connection.tools()).size();
        } catch (ExchangeFailed | JsonRpcErrorException e) {
            throw new IllegalStateException(
                    ExchangeFailed.reasonOf(e, settings.endpoint().secrets()));
        }
    }
}
