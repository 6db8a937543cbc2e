package dev.parley.web.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that no HTTP client would send, and its answer, over a connection of its own.
 *
 * @param status 0 where the server has closed the connection without a word
 * @param head all lines of the answer above its body
 * @param body empty where there is none
 */
public record RawExchange(int status, String head, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ANSWER = Pattern.compile("(HTTP/1\\.1 (\\d{3}).*?)\r\n\r\n(.*)", Pattern.DOTALL);
    private static final int PATIENCE_MILLIS = 60_000;

    /**
     * Sends a request without a body.
     *
     * @param target as it is to stand in the first line
     * @param headers whole lines, whose characters are bytes
     */
    public static RawExchange of(int port, String method, String target, List<String> headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: localhost\r\n");
        }
        headers.forEach(header -> request.append(header).append("\r\n"));
        return send(port, request.append("\r\n").toString());
    }

    /** Sends these bytes, whatever they are. */
    public static RawExchange send(int port, String bytes) {
        return send(InetAddress.getLoopbackAddress(), port, bytes);
    }

    /** The same from one of the addresses of loopback. */
    public static RawExchange send(InetAddress from, int port, String bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            return parsed(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(bytes.substring(0, Math.min(bytes.length(), 500)), e);
        }
    }

    /** The answer's body as JSON. */
    public JsonNode json() {
        return JSON.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
    }

    /** A header, or "" where there is none. */
    public String header(String name) {
        Matcher line =
                Pattern.compile("(?im)^" + Pattern.quote(name) + ": *(.*?)\r?$").matcher(head);
        return line.find() ? line.group(1) : "";
    }

    private static RawExchange parsed(String answer) {
        Matcher parts = ANSWER.matcher(answer);
        return parts.matches()
                ? new RawExchange(Integer.parseInt(parts.group(2)), parts.group(1), parts.group(3))
                : new RawExchange(0, answer, "");
    }
}
