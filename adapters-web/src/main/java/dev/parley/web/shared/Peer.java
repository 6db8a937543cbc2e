package dev.parley.web.shared;

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

    /** Sets how long each read of the body that follows waits for bytes. */
    default void limitReads(Duration timeout) {}

    /** Who sent a request. Where the server's connections cannot be looked at, it seems to be present always. */
    static Peer of(ServletRequest request) {
        return request.getAttribute(Peer.class.getName()) instanceof Peer peer ? peer : () -> {};
    }
}
