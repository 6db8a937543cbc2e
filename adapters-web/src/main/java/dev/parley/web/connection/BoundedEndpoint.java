package dev.parley.web.connection;

import dev.parley.application.shared.FatalError;
import dev.parley.application.shared.RootCause;
import dev.parley.web.request.ClientNetwork;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's endpoint, which stops accepting where it has as many connections as it may have. Before that happens, this one
 * closes those that have waited longest for their client, of the networks that have the most of them first, so that whoever
 * comes next is let in.
 */
final class BoundedEndpoint extends NioEndpoint {

    private static final Logger log = LoggerFactory.getLogger(BoundedEndpoint.class);
    private static final Duration HEADER_TIMEOUT = Duration.ofSeconds(20);

    /** How long whoever has just come may take to send a request, however many others come. */
    private static final Duration MINIMUM_WAIT = Duration.ofMillis(250);

    /** One connection in so many is kept free for whoever comes next. */
    private static final int RESERVED_PART = 16;

    private static final String STARTER = "-Starter";

    /** How many checks in a row, one a second. */
    private static final int MAXIMUM_MISSES = 30;

    private final VirtualThreadWatch virtualThreads =
            new VirtualThreadWatch(Thread::startVirtualThread, MAXIMUM_MISSES, BoundedEndpoint::haltStuck);

    private @Nullable BoundedStartExecutor starting;

    private final ConnectionStates<SocketWrapperBase<?>> states =
            new ConnectionStates<>(System::nanoTime, connection -> ClientNetwork.of(connection.getRemoteAddr()));

    ConnectionStates<SocketWrapperBase<?>> states() {
        return states;
    }

    /** The handler is told of each connection that is closed. */
    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new ReleasingHandler(handler, states));
    }

    /** Virtual threads are started by a {@link BoundedStartExecutor}. */
    @Override
    public void setExecutor(Executor executor) {
        if (executor instanceof VirtualThreadExecutor) {
            starting = new BoundedStartExecutor(executor);
            super.setExecutor(starting);
        } else {
            super.setExecutor(executor);
        }
    }

    /** What makes room is loaded now: the acceptor, which ends where a class cannot be loaded, needs it while many come. */
    @Override
    public void startInternal() throws Exception {
        close(pickOldest(0));
        if (starting != null) {
            starting.start(getName() + STARTER);
        }
        super.startInternal();
    }

    @Override
    public void stopInternal() {
        super.stopInternal();
        if (starting != null) {
            starting.close();
        }
    }

    /** Called by the poller where a connection can be read, or where something else has become of it. */
    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
        if (event == SocketEvent.OPEN_READ) {
            states.queue(connection);
        }
        return super.processSocket(connection, event, dispatch);
    }

    @Override
    protected SocketProcessorBase<NioChannel> createSocketProcessor(
            SocketWrapperBase<NioChannel> connection, SocketEvent event) {
        return new ClientProcessor(connection, event);
    }

    /** Called by the acceptor for each new connection, which is served even where the others cannot be looked at. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        boolean accepted = super.setSocketOptions(socket);
        try {
            SocketWrapperBase<NioChannel> connection = connections.get(socket);
            if (connection != null) {
                states.accept(connection);
            }
            makeRoom();
        } catch (RuntimeException e) {
            log.error("Room for new connections cannot be made: {}", RootCause.of(e), e);
        }
        return accepted;
    }

    /** Whether half of the connections that it may have are taken. */
    boolean isCrowded() {
        int maximum = getMaxConnections();
        return maximum > 0 && getConnectionCount() > maximum / 2;
    }

    /** Closes connections whose request's headers take too long; to be called about every second. */
    void closeSlow() {
        states.releaseAll(SocketWrapperBase::isClosed);
        close(states.pickSlowHeaders(HEADER_TIMEOUT));
    }

    /**
     * Ends the process if a thread is gone without which no connection is served, unless the server stops, or if virtual
     * threads run no more; to be called every second.
     */
    void checkThreads() {
        Stream<String> threads = Stream.of("-Acceptor", "-Poller", STARTER).limit(starting == null ? 2 : 3);
        List<String> gone = ContainerThreads.gone(threads.map(getName()::concat).toList());
        if (isRunning() && !isPaused()) {
            gone.forEach(thread -> FatalError.haltBecause("the thread " + thread + " is gone"));
        }
        if (starting != null) {
            virtualThreads.check();
        }
    }

    private static void haltStuck() {
        try {
            log.error(
                    "No virtual thread has run for {} s; what all threads do: {}", MAXIMUM_MISSES, ThreadDump.write());
        } catch (IOException e) {
            log.error("What all threads do cannot be written: {}", RootCause.of(e), e);
        }
        FatalError.haltBecause("virtual threads run no more");
    }

    /**
     * Closes some connections for which there is no room, if need be; to be called several times a second, since an acceptor
     * that waits for room does not call. Some at a time, since to find the oldest is to sort them all.
     */
    synchronized void makeRoom() {
        int maximum = getMaxConnections();
        int reserved = Math.max(1, maximum / RESERVED_PART);
        long staying = getConnectionCount() - states.closing();
        if (maximum > 0 && staying > maximum - reserved) {
            int surplus = (int) staying - (maximum - 2 * reserved);
            List<SocketWrapperBase<?>> oldest = pickOldest(surplus);
            close(oldest);
            dropQueued(surplus - oldest.size());
        }
    }

    private List<SocketWrapperBase<?>> pickOldest(int number) {
        states.markBlocked(BoundedEndpoint::isBlocked);
        return states.pickOldest(number, MINIMUM_WAIT);
    }

    /** Where too few wait for their client, too many requests wait for a thread. */
    private void dropQueued(int number) {
        if (number > 0 && starting != null) {
            starting.drop(number);
        }
    }

    /** Whether a thread waits until the client has read what was sent. */
    private static boolean isBlocked(SocketWrapperBase<?> connection) {
        return connection instanceof NioSocketWrapper socket && socket.interestOpsHas(SelectionKey.OP_WRITE);
    }

    private static void close(List<SocketWrapperBase<?>> picked) {
        for (SocketWrapperBase<?> connection : picked) {
            try {
                close(connection);
            } catch (IOException e) {
                log.debug("A connection is closed already", e);
            }
        }
    }

    /** A channel is used again for another connection, but not before the one that it had is closed. */
    private static void close(SocketWrapperBase<?> connection) throws IOException {
        if (connection.getSocket() instanceof NioChannel channel) {
            @Nullable SocketChannel socket = channel.getIOChannel();
            if (socket != null && !connection.isClosed()) {
                end(socket, isBlocked(connection));
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

    /** Tomcat's task for what a connection has sent, which knows from which network it came. */
    private final class ClientProcessor extends SocketProcessor implements BoundedStartExecutor.ClientTask {

        ClientProcessor(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            super(connection, event);
        }

        /** A TLS handshake is the beginning of a request's headers, which no processor of HTTP sees before it is complete. */
        @Override
        protected void doRun() {
            if (!socketWrapper.getSocket().isHandshakeComplete()) {
                states.readHeaders(socketWrapper);
            }
            super.doRun();
        }

        /** Closes the connection, for which no other thread works. */
        @Override
        public void drop() {
            socketWrapper.close();
        }

        @Override
        public ClientNetwork client() {
            return ClientNetwork.of(socketWrapper.getRemoteAddr());
        }
    }

    /** Tomcat's handler, which also releases the states of connections that are closed. */
    private record ReleasingHandler(Handler<NioChannel> handler, ConnectionStates<SocketWrapperBase<?>> states)
            implements Handler<NioChannel> {

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            return handler.process(connection, event);
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> connection) {
            states.release(connection);
            handler.release(connection);
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
