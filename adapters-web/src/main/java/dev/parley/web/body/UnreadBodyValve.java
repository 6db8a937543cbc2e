package dev.parley.web.body;

import dev.parley.web.connection.ClientConnection;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Answers a request whose body nobody wanted at once, and then reads the rest of the body away for a few seconds, so that a
 * client which still sends can see the answer. Whoever sends for longer is cut off, and everybody at once while the server has many
 * connections: by itself Tomcat would read for as long as the client likes.
 */
final class UnreadBodyValve extends ValveBase {

    private static final Logger log = LoggerFactory.getLogger(UnreadBodyValve.class);

    private final Duration timeout;

    /**
     * A valve that does not stand in the way of asynchronous requests.
     *
     * @param timeout how long the rest of a body may take
     */
    UnreadBodyValve(Duration timeout) {
        super(true);
        this.timeout = timeout;
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
        if (ClientConnection.of(request).isCrowded() || !isReadInTime(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean isRead(Request request) {
        AtomicBoolean read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    /** Reads what has come already, which is all of a short body. */
    private boolean isReadWithoutWaiting(Request request) {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        coyote.action(ActionCode.AVAILABLE, false);
        try {
            return coyote.getAvailable() > 0 && new RawBody(request, timeout).readCome() && isRead(request);
        } catch (IOException e) {
            log.debug("A body cannot be read", e);
            return false;
        }
    }

    private boolean isReadInTime(Request request) {
        RawBody rest = new RawBody(request, timeout);
        try {
            boolean isUnread = true;
            while (isUnread) {
                isUnread = rest.readNext();
            }
            return true;
        } catch (IOException e) {
            log.debug("The rest of a body cannot be read", e);
            return false;
        }
    }
}
