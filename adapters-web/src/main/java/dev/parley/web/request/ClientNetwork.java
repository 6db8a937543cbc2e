package dev.parley.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a client without an account is counted by: its IPv4 address, or the first 64 bits of its IPv6 address, since whoever
 * has one of these has all of them (RFC 6177).
 *
 * @param key the same for all addresses of a network
 */
public record ClientNetwork(String key) {

    private static final int NETWORK_DIGITS = 16;

    /** The network of the client that sent a request, or for which a trusted proxy did. */
    public static ClientNetwork of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /**
     * The network of an address.
     *
     * @param address an IPv4 or IPv6 address; anything else is a network of its own; null where the connection is gone, as for
     *     the container
     */
    public static ClientNetwork of(@Nullable String address) {
        return switch (literal(address)) {
            case null -> new ClientNetwork(address == null ? "" : address);
            case Inet6Address six ->
                new ClientNetwork(HexFormat.of().formatHex(six.getAddress()).substring(0, NETWORK_DIGITS) + "/64");
            case InetAddress four -> new ClientNetwork(four.getHostAddress());
        };
    }

    /** Reads an address without asking for the address of any name; null where it is none. */
    static @Nullable InetAddress literal(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
