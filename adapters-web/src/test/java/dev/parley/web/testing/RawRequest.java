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

    private final Socket socket;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    /** POST of JSON by a user with this token; reads nothing of the answer yet. */
    public static RawRequest post(int port, String token, String path, String json) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            RawRequest request = new RawRequest(socket);
            request.send("POST", token, path, json);
            return request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** GET by a user with this token; reads nothing of the answer yet. */
    public static RawRequest get(int port, String token, String path) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(30_000);
            RawRequest request = new RawRequest(socket);
            request.send("GET", token, path, "");
            return request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a further request over the same connection. */
    public void send(String method, String token, String path, String json) {
        byte[] body = json.getBytes(UTF_8);
        String head =
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(method, path, token, body.length);
        try {
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
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
