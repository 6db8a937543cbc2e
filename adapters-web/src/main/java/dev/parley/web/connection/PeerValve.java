package dev.parley.web.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets a request's handlers know its {@link Peer}, which has sent all headers when this valve is reached. */
public final class PeerValve extends ValveBase {

    /** A valve that does not stand in the way of asynchronous requests. */
    public PeerValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Object peer = request.getCoyoteRequest().getNote(WatchedHttp11Protocol.PEER_NOTE);
        if (peer instanceof Peer present) {
            request.setAttribute(Peer.class.getName(), present);
            present.bodyComplete();
        }
        getNext().invoke(request, response);
    }
}
