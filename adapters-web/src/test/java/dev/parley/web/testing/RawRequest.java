package dev.parley.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** A request over a connection of its own, which a test ends as it likes. */
public final class RawRequest implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    /** POST of JSON by a user with this token; reads nothing of the answer yet. */
    public static RawRequest post(int port, String token, String path, String json) {
        RawRequest request = connected(port);
        request.send("POST", token, path, json);
        return request;
    }

    /** GET by a user with this token; reads nothing of the answer yet. */
    public static RawRequest get(int port, String token, String path) {
        RawRequest request = connected(port);
        request.send("GET", token, path, "");
        return request;
    }

    /** POST of JSON by nobody, of which only the beginning is sent. */
    public static RawRequest unfinished(int port, String path, String beginning) {
        RawRequest request = connected(port);
        request.write(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n%s"
                        .formatted(path, beginning));
        return request;
    }

    private static RawRequest connected(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return new RawRequest(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a further request over the same connection. */
    public void send(String method, String token, String path, String json) {
        String head =
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(method, path, token, json.getBytes(UTF_8).length);
        write(head + json);
    }

    private void write(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until the answer contains a text, and returns all that was read so far, of all answers. */
    public String readUntil(String text) {
        try {
            InputStream in = socket.getInputStream();
            while (!read.toString(UTF_8).contains(text)) {
                int next = in.read();
                if (next < 0) {
                    throw new IllegalStateException("the answer ended before " + text + ": " + read.toString(UTF_8));
                }
                read.write(next);
            }
            return read.toString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(read.toString(UTF_8), e);
        }
    }

    /** Ends the connection as a client does that has nothing more to say, but would go on reading. */
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection as a client does that is torn down. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
