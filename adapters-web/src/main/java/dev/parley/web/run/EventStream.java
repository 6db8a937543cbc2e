package dev.parley.web.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events (HTML standard, section 9.2), written as they come on the request's own thread. */
final class EventStream {

    private static final byte[] DATA = "data: ".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(UTF_8);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);

    private final OutputStream out;
    private final HttpServletResponse response;
    private final JsonMapper json;

    EventStream(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        this.out = response.getOutputStream();
        this.response = response;
        this.json = json;
    }

    void write(Object event) throws IOException {
        out.write(DATA);
        out.write(json.writeValueAsBytes(event));
        out.write(END);
    }

    /** Writes what only keeps the connection alive, or shows that it is gone. */
    void heartbeat() throws IOException {
        out.write(HEARTBEAT);
    }

    void done() throws IOException {
        out.write(DONE);
    }

    void flush() throws IOException {
        response.flushBuffer();
    }
}
