package dev.parley.web.shared;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1 over NIO, whose requests know their {@link Peer}.
 *
 * <p>While a request is served Tomcat does not look at its connection, and the Servlet API has no way to ask for it once the
 * body is read. Reading from the socket without blocking tells: it fails where the other end is gone, and what it finds
 * otherwise, a request that came early, stays in the connection's buffer and is served next.
 */
public final class WatchedHttp11Protocol extends Http11NioProtocol {

    /** The notes of a request that are left to whoever wants them are 17 to 31. */
    static final int PEER_NOTE = 17;

    @Override
    protected Processor createProcessor() {
        return new WatchedProcessor(this, getAdapter());
    }

    private static final class WatchedProcessor extends Http11Processor implements Peer {

        WatchedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
            request.setNote(PEER_NOTE, this);
        }

        @Override
        public void checkPresent() throws IOException {
            @Nullable SocketWrapperBase<?> socket = getSocketWrapper();
            if (socket != null) {
                socket.isReadyForRead();
            }
        }

        /** Tomcat sets the timeout anew before it reads the next request. */
        @Override
        public void limitReads(Duration timeout) {
            @Nullable SocketWrapperBase<?> socket = getSocketWrapper();
            if (socket != null) {
                socket.setReadTimeout(Math.max(1, timeout.toMillis()));
            }
        }
    }
}
