package dev.parley.web.connection;

import dev.parley.application.shared.FatalError;
import java.io.IOException;
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

    /** Closes connections whose request's headers take too long. To be called about every second. */
    void closeSlowHeaders() {
        states.forget(SocketWrapperBase::isClosed);
        close(states.pickSlowHeaders(HEADER_TIMEOUT));
    }

    /** Ends the process if a thread is gone without which no connection is served, unless the server stops. */
    void checkThreads() {
        List<String> gone = ContainerThreads.gone(List.of(getName() + "-Acceptor", getName() + "-Poller"));
        if (isRunning() && !isPaused()) {
            gone.forEach(FatalError::haltWithout);
        }
    }

    /** Closes some at a time, since to find the oldest is to sort them all. */
    private void makeRoom() {
        int maximum = getMaxConnections();
        int reserved = Math.max(1, maximum / RESERVED_PART);
        if (maximum > 0 && getConnectionCount() > maximum - reserved) {
            states.forget(SocketWrapperBase::isClosed);
            long staying = getConnectionCount() - states.picked();
            if (staying > maximum - reserved) {
                close(states.pickOldest((int) staying - (maximum - 2 * reserved)));
            }
        }
    }

    /** Its thread, or the poller, reads the end of the connection and closes it in the usual way. */
    private static void close(List<SocketWrapperBase<?>> picked) {
        for (SocketWrapperBase<?> connection : picked) {
            try {
                if (connection.getSocket() instanceof NioChannel channel && channel.getIOChannel() != null) {
                    channel.getIOChannel().shutdownInput();
                }
            } catch (IOException e) {
                log.debug("A connection is closed already", e);
            }
        }
    }
}
