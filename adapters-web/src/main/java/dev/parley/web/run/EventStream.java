package dev.parley.web.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.shared.Language;
import dev.parley.web.connection.ClientConnection;
import dev.parley.web.http.AcceptedLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events (HTML standard, section 9.2), written as they come on the request's own thread. */
final class EventStream {

    private static final byte[] ID = "id: ".getBytes(UTF_8);
    private static final byte[] DATA = "\ndata: ".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(UTF_8);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);
    private static final byte[] RECONNECT = "retry: 1000\n\n".getBytes(UTF_8);

    private final OutputStream out;
    private final HttpServletResponse response;
    private final JsonMapper json;
    private final byte[] idPrefix;
    private final Language language;
    private final ClientConnection connection;

    /** Begins the stream with a comment that names the run. */
    EventStream(HttpServletRequest request, HttpServletResponse response, JsonMapper json, String run)
            throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        this.out = response.getOutputStream();
        this.response = response;
        this.json = json;
        this.idPrefix = (run + ":").getBytes(UTF_8);
        this.language = AcceptedLanguage.spoken(request);
        this.connection = ClientConnection.of(request);
        out.write((": run " + run + "\n\n").getBytes(UTF_8));
    }

    /** What the client is spoken to in. */
    Language language() {
        return language;
    }

    /** Throws if the client is gone; writes nothing. */
    void checkClient() throws IOException {
        connection.checkPresent();
    }

    void write(String idSuffix, Object event) throws IOException {
        out.write(ID);
        out.write(idPrefix);
        out.write(idSuffix.getBytes(UTF_8));
        out.write(DATA);
        out.write(json.writeValueAsBytes(event));
        out.write(END);
    }

    /** Writes what only keeps the connection alive, or shows that it is gone. */
    void heartbeat() throws IOException {
        out.write(HEARTBEAT);
    }

    /** Asks the client to come again in a second (1000 ms), and to go on where it is. */
    void reconnect() throws IOException {
        out.write(RECONNECT);
    }

    void done() throws IOException {
        out.write(DONE);
    }

    void flush() throws IOException {
        response.flushBuffer();
    }
}
