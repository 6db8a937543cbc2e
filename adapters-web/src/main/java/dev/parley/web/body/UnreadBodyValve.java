package dev.parley.web.body;

import dev.parley.web.connection.Peer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Answers a request whose body nobody wanted at once, and then reads the rest of the body away for a few seconds, so that a
 * client which still sends can see the answer. Whoever sends for longer is cut off: by itself Tomcat would read for as long
 * as the client likes.
 */
final class UnreadBodyValve extends ValveBase {

    private static final Logger log = LoggerFactory.getLogger(UnreadBodyValve.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (isRead(request) || isReadWithoutWaiting(request)) {
            return;
        }
        if (!response.isCommitted()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        response.finishResponse();
        if (!isReadInTime(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean isRead(Request request) {
        AtomicBoolean read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    /** Reads what has come already, which is all of a short body. */
    private static boolean isReadWithoutWaiting(Request request) {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        coyote.action(ActionCode.AVAILABLE, false);
        try {
            return coyote.getAvailable() > 0 && coyote.doRead(new Discarded()) >= 0 && isRead(request);
        } catch (IOException e) {
            log.debug("A body cannot be read", e);
            return false;
        }
    }

    private static boolean isReadInTime(Request request) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        Discarded discarded = new Discarded();
        try {
            for (long left = TIMEOUT.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                Peer.of(request).awaitBody(Duration.ofNanos(left));
                if (request.getCoyoteRequest().doRead(discarded) < 0) {
                    return true;
                }
            }
        } catch (IOException e) {
            log.debug("The rest of a body cannot be read", e);
        }
        return false;
    }

    /** Takes the connection's own buffer as it comes, and looks at nothing in it. */
    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer newBuffer) {
            buffer = newBuffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
