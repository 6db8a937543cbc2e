package dev.parley.assistant.mcp;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Carries messages to a server and back. */
interface Transport extends AutoCloseable {

    /**
     * Begins to carry.
     *
     * @throws ExchangeFailed if it cannot
     */
    void open(Listener listener);

    /** The versions of the protocol that it can carry, oldest first. */
    List<String> protocolVersions();

    /** Tells which of its versions is spoken. */
    void negotiated(String protocolVersion);

    /**
     * Sends a message without waiting.
     *
     * @return completes when the message has been sent, or with an {@link ExchangeFailed}
     */
    CompletableFuture<@Nullable Void> send(JSONRPCMessage message);

    /** How many requests that were given up it bears before it should be replaced. */
    int maximumAbandoned();

    /** Ends it, and what it has started, within seconds. */
    @Override
    void close();

    /** Whoever the messages are for. Neither method may wait. */
    interface Listener {

        /** The server has sent something. */
        void received(JSONRPCMessage message);

        /** Nothing comes any longer. */
        void broken(Throwable cause);
    }
}
