package dev.parley.web.connection;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The other end of a request's connection. To be asked by the request's own thread. */
@FunctionalInterface
public interface ClientConnection {

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

    /** Whether the server has so many connections that one which waits for its client is in others' way. */
    default boolean isCrowded() {
        return false;
    }

    /** Who sent a request. Where the server's connections cannot be looked at, it seems to be present always. */
    static ClientConnection of(ServletRequest request) {
        return request.getAttribute(ClientConnection.class.getName()) instanceof ClientConnection connection
                ? connection
                : () -> {};
    }

    /** Who sent the request that this thread handles; outside of any, it seems to be present always. */
    static ClientConnection ofCurrentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : () -> {};
    }
}
