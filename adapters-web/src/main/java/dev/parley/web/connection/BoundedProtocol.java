package dev.parley.web.connection;

import dev.parley.application.shared.FatalError;
import dev.parley.application.shared.LogFirstFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's HTTP/1.1 over NIO with a {@link BoundedEndpoint}, whose connections it closes and whose threads it watches, and
 * whose requests know their {@link ClientConnection}.
 *
 * <p>While a request is served Tomcat does not look at its connection, and the Servlet API has no way to ask for it once the
 * body is read. Reading from the socket without blocking tells: it fails where the other end is gone, and what it finds
 * otherwise, a request that came early, stays in the connection's buffer and is served next.
 */
public final class BoundedProtocol extends Http11NioProtocol {

    private static final Logger log = LoggerFactory.getLogger(BoundedProtocol.class);

    /** The notes of a request that are left to whoever wants them are 17 to 31. */
    static final int CONNECTION_NOTE = 17;

    private final BoundedEndpoint endpoint;
    private final List<ScheduledFuture<?>> schedules = new ArrayList<>();

    /** A protocol with an endpoint of its own. */
    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void start() throws Exception {
        super.start();
        schedule("check threads", endpoint::checkThreads, Duration.ofSeconds(1));
        schedule("close slow connections", endpoint::closeSlow, Duration.ofSeconds(1));
        schedule("make room for connections", endpoint::makeRoom, Duration.ofMillis(100));
    }

    @Override
    public void stop() throws Exception {
        schedules.forEach(schedule -> schedule.cancel(false));
        schedules.clear();
        super.stop();
    }

    private void schedule(String name, Runnable task, Duration delay) {
        Runnable repeated = repeated(name, task);
        long millis = delay.toMillis();
        schedules.add(getUtilityExecutor().scheduleWithFixedDelay(repeated, millis, millis, TimeUnit.MILLISECONDS));
    }

    /** A task that does not end its schedule where it fails; an executor would give up and log nothing. */
    static Runnable repeated(String name, Runnable task) {
        return new LogFirstFailure(
                task,
                failure -> log.error(
                        "To {} has failed; it is tried again, and further failures in a row are not logged",
                        name,
                        failure));
    }

    @Override
    protected Processor createProcessor() {
        return new WatchedProcessor(this, getAdapter(), endpoint);
    }

    private static final class WatchedProcessor extends Http11Processor implements ClientConnection {

        private final BoundedEndpoint endpoint;
        private final ConnectionStates<SocketWrapperBase<?>> states;

        WatchedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, BoundedEndpoint endpoint) {
            super(protocol, adapter);
            this.endpoint = endpoint;
            this.states = endpoint.states();
            request.setNote(CONNECTION_NOTE, this);
        }

        /** Called when there is something to read; with a state of LONG, headers or an asynchronous answer are not complete. */
        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            states.readHeaders(socket);
            SocketState state = serviceOrHalt(socket);
            switch (state) {
                case OPEN -> states.idle(socket);
                case LONG -> {
                    if (!isAsync()) {
                        states.readHeaders(socket);
                    }
                }
                default -> {}
            }
            return state;
        }

        /** Tomcat logs an {@link OutOfMemoryError} of a filter, or of its own, and goes on. */
        private SocketState serviceOrHalt(SocketWrapperBase<?> socket) throws IOException {
            try {
                return super.service(socket);
            } catch (Error e) {
                FatalError.haltOn(e);
                throw e;
            }
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
        public void awaitBody(Duration timeout) {
            @Nullable SocketWrapperBase<?> socket = getSocketWrapper();
            if (socket != null) {
                socket.setReadTimeout(Math.max(1, timeout.toMillis()));
                states.readBody(socket);
            }
        }

        @Override
        public void bodyComplete() {
            @Nullable SocketWrapperBase<?> socket = getSocketWrapper();
            if (socket != null) {
                states.serve(socket);
            }
        }

        @Override
        public boolean isCrowded() {
            return endpoint.isCrowded();
        }
    }
}
