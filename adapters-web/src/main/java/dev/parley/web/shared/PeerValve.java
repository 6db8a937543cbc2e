package dev.parley.web.shared;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets a request's handlers know its {@link Peer}. */
final class PeerValve extends ValveBase {

    PeerValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Object peer = request.getCoyoteRequest().getNote(WatchedHttp11Protocol.PEER_NOTE);
        if (peer != null) {
            request.setAttribute(Peer.class.getName(), peer);
        }
        getNext().invoke(request, response);
    }
}
