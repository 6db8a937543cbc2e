package dev.parley.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.benchmarks.server.AccessToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * The server under attack, as raw HTTP/1.1 sees it; every exchange has a connection of its own.
 *
 * @param isOneNetwork whether all clients have one address, as behind a proxy that is not trusted
 */
record Target(int port, boolean isOneNetwork) {

    static final String CHATKIT = "/api/v1/chatkit";
    static final String TASKS = "/api/v1/tasks";
    static final String LIVENESS = "/actuator/health/liveness";

    private static final int NEIGHBOUR = -1;
    private static final int ADDRESSES = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    Target(int port) {
        this(port, false);
    }

    Target ofOneNetwork() {
        return new Target(port, true);
    }

    /**
     * An open connection.
     *
     * @param client gives the client's address, one of two hundred of the loopback network, so that attackers can be many;
     *     negative for those who are none
     */
    Socket connect(int client) throws IOException {
        Socket socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(address(client), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) TIMEOUT.toMillis());
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    Answer get(String path, String user) throws IOException {
        return exchange("GET", path, authorization(user), new byte[0]);
    }

    Answer post(String path, String user, String json) throws IOException {
        return exchange("POST", path, authorization(user) + "Content-Type: application/json\r\n", json.getBytes(UTF_8));
    }

    Answer exchange(String method, String path, String headers, byte[] body) throws IOException {
        return exchange(NEIGHBOUR, method, path, headers, body);
    }

    Answer exchange(int client, String method, String path, String headers, byte[] body) throws IOException {
        try (Socket socket = connect(client)) {
            socket.getOutputStream().write(head(method, path, headers + "Connection: close\r\n", body.length));
            socket.getOutputStream().write(body);
            return Answer.of(new String(socket.getInputStream().readAllBytes(), UTF_8));
        }
    }

    static String authorization(String user) {
        return "Authorization: Bearer " + AccessToken.of(user) + "\r\n";
    }

    static byte[] head(String method, String path, String headers, long length) {
        return "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(method, path, headers, length)
                .getBytes(ISO_8859_1);
    }

    private InetAddress address(int client) throws IOException {
        boolean isNeighbour = client < 0 || isOneNetwork;
        return InetAddress.getByAddress(
                new byte[] {127, 0, 0, (byte) (isNeighbour ? ADDRESSES + 1 : 1 + client % ADDRESSES)});
    }

    /**
     * What the server answered.
     *
     * @param status 0 where the connection was closed without an answer
     */
    record Answer(int status, String text) {

        static Answer of(String text) {
            return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
        }

        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The value of the first member of this name, a string without escapes. */
        String member(String name) {
            int key = text.indexOf("\"" + name + "\":\"");
            if (key < 0) {
                throw new IllegalStateException("no " + name + " in " + text);
            }
            int begin = key + name.length() + 4;
            return text.substring(begin, text.indexOf('"', begin));
        }
    }
}
