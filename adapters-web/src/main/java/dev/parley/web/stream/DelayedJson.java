package dev.parley.web.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A JSON value that is long in coming, with white space in front of it meanwhile (RFC 8259, section 2). */
public final class DelayedJson {

    private static final Logger log = LoggerFactory.getLogger(DelayedJson.class);
    private static final byte[] SPACE = " ".getBytes(UTF_8);

    private final HttpServletResponse response;
    private final LongResponse out;
    private final JsonMapper json;
    private boolean begun;

    DelayedJson(HttpServletRequest request, HttpServletResponse response, JsonMapper json, LongSupplier nanoTime) {
        this.response = response;
        this.out = new LongResponse(request, response, SPACE, nanoTime);
        this.json = json;
    }

    /** Whether the status and the headers have been sent, so that nothing but the value can follow. */
    public boolean isBegun() {
        return begun;
    }

    /** Writes white space where it is time to, with the status 200. */
    public void keepAlive() throws IOException {
        out.checkClient();
        if (out.isSilent()) {
            begin();
            out.fill();
        }
    }

    /** Writes the value behind the white space. */
    public void write(Object value) {
        try {
            out.write(json.writeValueAsBytes(value));
            out.flush();
        } catch (IOException e) {
            log.debug("The client is gone", e);
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader(EventStream.BUFFERING, "no");
        }
    }
}
