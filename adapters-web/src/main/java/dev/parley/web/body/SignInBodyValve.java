package dev.parley.web.body;

import dev.parley.web.connection.ClientConnection;
import jakarta.servlet.ServletException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.ContinueResponseTiming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the body of a sign-in before anything else is done for it, since it comes from a stranger, who may send it slowly or
 * never. A thread that waits here holds a fraction of what one holds that waits in a controller, and a connection that is
 * closed meanwhile costs nothing more.
 */
final class SignInBodyValve extends ValveBase {

    private static final Logger log = LoggerFactory.getLogger(SignInBodyValve.class);

    private final Duration timeout;

    /**
     * A valve that does not stand in the way of asynchronous requests.
     *
     * @param timeout how long a body may take
     */
    SignInBodyValve(Duration timeout) {
        super(true);
        this.timeout = timeout;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!SignInAllowance.isSignIn(request) || !isShort(request) || readAhead(request, response)) {
            getNext().invoke(request, response);
        }
    }

    /** Whether a body may come that is not refused by its announced length. */
    private static boolean isShort(Request request) {
        return request.getContentLengthLong() != 0 && request.getContentLengthLong() <= SignInAllowance.MAXIMUM_BYTES;
    }

    /** Reads the body and keeps it with the request; false if the connection was closed. */
    private boolean readAhead(Request request, Response response) {
        try {
            response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
            BodyStream.keepReadAhead(request, read(request));
            return true;
        } catch (BadRequestException e) {
            // Whoever reads the body is told again, and refuses the request.
            return true;
        } catch (SocketTimeoutException e) {
            BodyStream.markTimedOut(request, timeout);
            return true;
        } catch (IOException e) {
            log.debug("A sign-in has not come whole", e);
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
            return false;
        }
    }

    /** Reads up to the body's end, or so much that it is known to be too long. */
    private byte[] read(Request request) throws IOException {
        RawBody body = new RawBody(request, timeout);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() <= SignInAllowance.MAXIMUM_BYTES && body.readNext()) {
            body.appendTo(bytes);
        }
        ClientConnection.of(request).bodyComplete();
        return bytes.toByteArray();
    }
}
