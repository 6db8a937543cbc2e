package dev.parley.web.connection;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;

/** The other end of a request's connection. To be asked by the request's own thread. */
@FunctionalInterface
public interface Peer {

    /**
     * Throws if the other end has closed its connection, or its half of it; nothing is written to find out.
     *
     * @throws IOException if it has
     */
    void checkPresent() throws IOException;

    /** Tells that the body is waited for, each read of it for at most this long. */
    default void awaitBody(Duration timeout) {}

    /** Tells that nothing is waited for any more. */
    default void bodyComplete() {}

    /** Who sent a request. Where the server's connections cannot be looked at, it seems to be present always. */
    static Peer of(ServletRequest request) {
        return request.getAttribute(Peer.class.getName()) instanceof Peer peer ? peer : () -> {};
    }
}
