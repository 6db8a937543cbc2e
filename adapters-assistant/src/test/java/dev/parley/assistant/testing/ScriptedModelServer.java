package dev.parley.assistant.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An OpenAI-compatible server on loopback that plays one script for each request, in the order in which they were
 * given. Without a script left it answers 418.
 */
public final class ScriptedModelServer implements AutoCloseable {

    private static final Script NONE_LEFT = Script.refusing(418, "{\"error\":{\"message\":\"no script is left\"}}");

    private final ServerSocket server;
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private ScriptedModelServer(ServerSocket server) {
        this.server = server;
    }

    /** Starts a server on a free port. */
    public static ScriptedModelServer start() {
        try {
            ScriptedModelServer started =
                    new ScriptedModelServer(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("scripted-model").start(started::accept);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a client is to be given as the provider's base URL. */
    public String baseUrl() {
        return "http://127.0.0.1:%d/v1".formatted(server.getLocalPort());
    }

    /** Gives it a script for the next request that has none. */
    public ScriptedModelServer then(Script script) {
        scripts.add(script);
        return this;
    }

    /** What it was asked, oldest first. */
    public List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    /** How many clients are connected. */
    public int connections() {
        return connections.size();
    }

    /** Drops all clients and stops. */
    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().name("scripted-model").start(() -> serve(connection));
            } catch (IOException e) {
                // Only closing the server ends the waiting for clients.
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            Wire wire = new Wire(connection);
            for (Optional<ModelRequest> request = ModelRequest.read(in);
                    request.isPresent() && !connection.isClosed();
                    request = ModelRequest.read(in)) {
                requests.add(request.get());
                nextScript().play(request.get(), wire);
            }
        } catch (IOException e) {
            // The client is gone, which tests see by connections().
        } finally {
            connections.remove(connection);
        }
    }

    private Script nextScript() {
        Script script = scripts.poll();
        return script == null ? NONE_LEFT : script;
    }
}
