package dev.parley.web.connection;

import dev.parley.application.shared.FatalError;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's endpoint, which stops accepting where it has as many connections as it may have. Before that happens, this one
 * closes those that have waited longest for their client, so that whoever comes next is let in.
 */
final class BoundedEndpoint extends NioEndpoint {

    private static final Logger log = LoggerFactory.getLogger(BoundedEndpoint.class);
    private static final Duration HEADER_TIMEOUT = Duration.ofSeconds(20);

    /** One connection in so many is kept free for whoever comes next. */
    private static final int RESERVED_PART = 16;

    private final ConnectionStates<SocketWrapperBase<?>> states = new ConnectionStates<>(System::nanoTime);

    ConnectionStates<SocketWrapperBase<?>> states() {
        return states;
    }

    /** Called by the acceptor for each new connection. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        boolean accepted = super.setSocketOptions(socket);
        SocketWrapperBase<NioChannel> connection = connections.get(socket);
        if (connection != null) {
            states.accept(connection);
        }
        makeRoom();
        return accepted;
    }

    /**
     * Closes connections whose request's headers take too long, and those for which there is no room any more. To be called
     * about every second, since an acceptor that waits for room does not call.
     */
    void closeSlow() {
        states.forget(SocketWrapperBase::isClosed);
        close(states.pickSlowHeaders(HEADER_TIMEOUT));
        makeRoom();
    }

    /** Ends the process if a thread is gone without which no connection is served, unless the server stops. */
    void checkThreads() {
        List<String> gone = ContainerThreads.gone(List.of(getName() + "-Acceptor", getName() + "-Poller"));
        if (isRunning() && !isPaused()) {
            gone.forEach(FatalError::haltWithout);
        }
    }

    /** Closes some at a time, since to find the oldest is to sort them all. */
    private synchronized void makeRoom() {
        int maximum = getMaxConnections();
        int reserved = Math.max(1, maximum / RESERVED_PART);
        if (maximum > 0 && getConnectionCount() > maximum - reserved) {
            states.forget(SocketWrapperBase::isClosed);
            long staying = getConnectionCount() - states.picked();
            if (staying > maximum - reserved) {
                states.markBlocked(BoundedEndpoint::isBlocked);
                close(states.pickOldest((int) staying - (maximum - 2 * reserved)));
            }
        }
    }

    /** Whether a thread waits until the client has read what was sent. */
    private static boolean isBlocked(SocketWrapperBase<?> connection) {
        return connection instanceof NioSocketWrapper socket && socket.interestOpsHas(SelectionKey.OP_WRITE);
    }

    private static void close(List<SocketWrapperBase<?>> picked) {
        for (SocketWrapperBase<?> connection : picked) {
            try {
                if (connection.getSocket() instanceof NioChannel channel && channel.getIOChannel() != null) {
                    end(channel.getIOChannel(), isBlocked(connection));
                }
            } catch (IOException e) {
                log.debug("A connection is closed already", e);
            }
        }
    }

    /**
     * The connection's thread, or the poller, reads the end of the stream and closes it in the usual way. One that waits to
     * write does not read; it is woken by the end of the other direction.
     */
    private static void end(SocketChannel socket, boolean isBlocked) throws IOException {
        socket.shutdownInput();
        if (isBlocked) {
            socket.shutdownOutput();
        }
    }
}
