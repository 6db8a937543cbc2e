package dev.parley.web.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that send the beginning of something and then wait, without reading. They come from another network than the next
 * client, who loses nothing to their connections, however slow this machine is.
 */
final class Attackers implements AutoCloseable {

    private static final InetAddress NETWORK = InetAddress.ofLiteral("127.0.0.2");
    private static final int RECEIVE_BUFFER_BYTES = 2048;

    private final List<Socket> sockets = new ArrayList<>();

    void attack(int port, int number, String beginning) throws IOException {
        for (int i = 0; i < number; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
            socket.bind(new InetSocketAddress(NETWORK, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(beginning.getBytes(ISO_8859_1));
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
