package dev.parley.bootstrap.start;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/** The address at which somebody on this machine can open the server. */
final class ServerAddress {

    private ServerAddress() {}

    /**
     * The address with the scheme and the context path.
     *
     * @param port that the server listens on
     */
    static String of(ServerProperties server, int port) {
        String scheme = Ssl.isEnabled(server.getSsl()) ? "https" : "http";
        String path = Optional.ofNullable(server.getServlet().getContextPath()).orElse("");
        return scheme + "://" + host(server.getAddress()) + ":" + port + path;
    }

    /** Whether nobody on another machine reaches the server at this address; null for all addresses. */
    static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    private static String host(@Nullable InetAddress address) {
        if (address == null || address.isAnyLocalAddress()) {
            return "localhost";
        }
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
