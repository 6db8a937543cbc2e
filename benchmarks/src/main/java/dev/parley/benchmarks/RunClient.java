package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.benchmarks.server.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** Begins runs, each in the session with its number, and reads them on the node that answers or on another one. */
record RunClient(Server answering, Server reading, RunReaders readers) {

    private static final String RUN_ID = "x-run-id:";

    /** Begins a run and lets a reader have its events. */
    Connection begin(int run, String wish, RunReader reader) throws IOException {
        String thread = Database.session(run);
        String owner = Database.ownerOf(run);
        if (answering.equals(reading)) {
            return connect(reading, Requests.startRun(answering, thread, owner, wish, false), reader);
        }
        String id = beginInBackground(Requests.startRun(answering, thread, owner, wish, true));
        return connect(reading, Requests.readRun(reading, thread, owner, id, ""), reader);
    }

    /** Goes on reading where a client has stopped. */
    Connection resume(int run, String lastEventId, RunReader reader) throws IOException {
        String id = lastEventId.substring(0, lastEventId.indexOf(':'));
        return connect(
                reading,
                Requests.readRun(reading, Database.session(run), Database.ownerOf(run), id, lastEventId),
                reader);
    }

    private String beginInBackground(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), answering.port())) {
            socket.getOutputStream().write(request);
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            String status = answer.readLine();
            for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith(RUN_ID)) {
                    return line.substring(RUN_ID.length()).strip();
                }
            }
            throw new IOException("the run was not begun: " + status);
        }
    }

    private Connection connect(Server server, byte[] request, RunReader reader) throws IOException {
        return Connection.to(server.port(), request, readers, reader);
    }

    /** An open stream. */
    record Connection(SocketChannel channel) {

        /** Sends a request and lets a reader have the answer. */
        static Connection to(int port, byte[] request, RunReaders readers, RunReader reader) throws IOException {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            ByteBuffer rest = ByteBuffer.wrap(request);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            readers.add(channel, reader);
            return new Connection(channel);
        }

        /** Asks the model itself. */
        static Connection toModel(PacedModel model, String wish, RunReaders readers, RunReader reader)
                throws IOException {
            String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}".formatted(wish);
            String request = "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(body.length(), body);
            return to(model.port(), request.getBytes(UTF_8), readers, reader);
        }
    }
}
