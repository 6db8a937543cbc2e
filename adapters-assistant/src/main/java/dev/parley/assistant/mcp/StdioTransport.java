package dev.parley.assistant.mcp;

import dev.parley.application.shared.Secrets;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Standard input and output of a program, a message a line. The SDK's own is not used: it stops listening at the first
 * line that is no message, hands all of Parley's environment on, and does not kill what does not want to end.
 */
final class StdioTransport implements Transport {

    private static final Logger log = LoggerFactory.getLogger(StdioTransport.class);
    private static final int MAXIMUM_LOGGED = 500;
    private static final int MAXIMUM_WAITING = 1024;

    private final String server;
    private final McpEndpoint.Stdio endpoint;
    private final Secrets secrets;
    private final Duration grace;
    private final BlockingQueue<Letter> outbox = new LinkedBlockingQueue<>(MAXIMUM_WAITING);
    private @Nullable ChildProcess child;
    private volatile boolean closed;

    /**
     * Knows a program, and does not start it yet.
     *
     * @param grace how long it may take to end before it is asked to, and again before it is killed
     */
    StdioTransport(String server, McpEndpoint.Stdio endpoint, Duration grace) {
        this.server = server;
        this.endpoint = endpoint;
        this.secrets = endpoint.secrets();
        this.grace = grace;
    }

    /** Reads and writes on platform threads, since a virtual thread that waits for a pipe occupies one all the same. */
    @Override
    public void open(Listener listener) {
        ChildProcess started = ChildProcess.start(endpoint);
        child = started;
        Process process = started.process();
        start("in", () -> read(process, listener));
        start("err", () -> readErrors(process));
        start("out", () -> write(process, listener));
        CompletableFuture<Void> unused = process.onExit()
                .thenAccept(ended ->
                        listener.broken(new IOException("the program has ended with exit code " + ended.exitValue())));
    }

    @Override
    public List<String> protocolVersions() {
        return List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");
    }

    /** Nothing of what is sent depends on it. */
    @Override
    public void negotiated(String protocolVersion) {}

    @Override
    public CompletableFuture<@Nullable Void> send(JSONRPCMessage message) {
        return send(new Letter(message, new CompletableFuture<>()));
    }

    private CompletableFuture<@Nullable Void> send(Letter letter) {
        if (!outbox.offer(letter)) {
            letter.sent().completeExceptionally(ExchangeFailed.unseen("it does not read what it is sent", null));
        }
        if (closed) {
            returnToSenders();
        }
        return letter.sent();
    }

    /** They take up nothing. */
    @Override
    public int maximumAbandoned() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void close() {
        ChildProcess started = child;
        if (started != null) {
            CompletableFuture<@Nullable Void> unused = send(Letter.last());
            started.end(grace);
        }
    }

    private void start(String name, Runnable work) {
        Thread.ofPlatform().daemon().name("mcp-" + server + "-" + name).start(work);
    }

    private void read(Process process, Listener listener) {
        BoundedLines lines = new BoundedLines(process.getInputStream(), Json.MAXIMUM_LENGTH);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.length() > Json.MAXIMUM_LENGTH) {
                    throw new IOException("a message has more than " + Json.MAXIMUM_LENGTH + " characters");
                }
                receive(line, listener);
            }
            listener.broken(new IOException("the program has closed its standard output"));
        } catch (IOException e) {
            listener.broken(e);
        }
    }

    /** Programs that greet or log on their standard output are passed over. */
    private void receive(String line, Listener listener) {
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(Json.MESSAGES, line);
        } catch (IOException | IllegalArgumentException e) {
            log.debug("{} wrote what is no message: {}", server, shortened(line));
            return;
        }
        listener.received(message);
    }

    private void readErrors(Process process) {
        BoundedLines lines = new BoundedLines(process.getErrorStream(), MAXIMUM_LOGGED);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                log.debug("{}: {}", server, shortened(line));
            }
        } catch (IOException e) {
            log.debug("The standard error of {} is not read any longer", server, secrets.hideIn(e));
        }
    }

    private void write(Process process, Listener listener) {
        try (OutputStream out = process.getOutputStream()) {
            for (Letter letter = outbox.take(); !letter.isLast(); letter = outbox.take()) {
                write(letter, out);
            }
        } catch (IOException e) {
            listener.broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            returnToSenders();
        }
    }

    private void returnToSenders() {
        closed = true;
        for (Letter letter = outbox.poll(); letter != null; letter = outbox.poll()) {
            letter.sent().completeExceptionally(ExchangeFailed.unseen("it does not listen any longer", null));
        }
    }

    private static void write(Letter letter, OutputStream out) throws IOException {
        try {
            String line = Json.MESSAGES.writeValueAsString(letter.message()) + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
            letter.sent().complete(null);
        } catch (IOException e) {
            letter.sent().completeExceptionally(ExchangeFailed.unanswered("it does not take what it is sent", e));
            throw e;
        }
    }

    private String shortened(String line) {
        String hidden = secrets.hideIn(line);
        return hidden.length() <= MAXIMUM_LOGGED ? hidden : hidden.substring(0, MAXIMUM_LOGGED) + "…";
    }

    /**
     * What is to be written.
     *
     * @param message null where standard input is to be closed
     */
    private record Letter(@Nullable JSONRPCMessage message, CompletableFuture<@Nullable Void> sent) {

        static Letter last() {
            return new Letter(null, new CompletableFuture<>());
        }

        boolean isLast() {
            return message == null;
        }
    }
}
