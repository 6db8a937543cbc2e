package dev.parley.web.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets a request's handlers know its {@link ClientConnection}, which has sent all headers when this valve is reached. */
public final class ClientConnectionValve extends ValveBase {

    /** A valve that does not stand in the way of asynchronous requests. */
    public ClientConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Object note = request.getCoyoteRequest().getNote(BoundedProtocol.CONNECTION_NOTE);
        if (note instanceof ClientConnection connection) {
            request.setAttribute(ClientConnection.class.getName(), connection);
            connection.bodyComplete();
        }
        getNext().invoke(request, response);
    }
}
