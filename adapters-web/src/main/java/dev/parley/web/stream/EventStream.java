package dev.parley.web.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.shared.Language;
import dev.parley.web.http.AcceptedLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events (HTML standard, section 9.2), written as they come on the request's own thread. */
public final class EventStream {

    /** The header that keeps a proxy from collecting what is written. */
    static final String BUFFERING = "X-Accel-Buffering";

    private static final byte[] COMMENT = ":".getBytes(UTF_8);
    private static final byte[] EMPTY_COMMENT = ":\n\n".getBytes(UTF_8);
    private static final byte[] DATA = "data: ".getBytes(UTF_8);
    private static final byte[] RETRY = "retry: ".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);

    private final HttpServletResponse response;
    private final JsonMapper json;
    private final LongResponse out;
    private final Language language;

    EventStream(HttpServletRequest request, HttpServletResponse response, JsonMapper json, LongSupplier nanoTime) {
        this.response = response;
        this.json = json;
        this.out = new LongResponse(request, response, EMPTY_COMMENT, nanoTime);
        this.language = AcceptedLanguage.spoken(request);
    }

    /** The client's language. */
    public Language language() {
        return language;
    }

    /** Writes the headers. */
    public void begin() {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(BUFFERING, "no");
    }

    /** Writes an event. */
    public void event(Object data) throws IOException {
        write(DATA, json.writeValueAsBytes(data));
    }

    /** Writes an event that a client can name as its last one. */
    public void event(String id, Object data) throws IOException {
        out.write(("id: " + id + "\n").getBytes(UTF_8));
        event(data);
    }

    /** Writes an event that is no JSON. */
    public void text(String data) throws IOException {
        write(DATA, data.getBytes(UTF_8));
    }

    /** Writes what clients ignore. */
    public void comment(String text) throws IOException {
        write(COMMENT, text.getBytes(UTF_8));
    }

    /** Has the client connect again after so many milliseconds, after the last event that it got. */
    public void retry(long milliseconds) throws IOException {
        write(RETRY, Long.toString(milliseconds).getBytes(UTF_8));
    }

    /** Sends what has been written. */
    public void flush() throws IOException {
        out.flush();
    }

    /** Throws if the client is gone; writes nothing. */
    void checkClient() throws IOException {
        out.checkClient();
    }

    /** Writes a comment where nothing else was written for so long that a proxy could give the stream up. */
    void keepAlive() throws IOException {
        if (out.isSilent()) {
            out.fill();
        }
    }

    private void write(byte[] field, byte[] value) throws IOException {
        out.write(field, value, END);
    }
}
