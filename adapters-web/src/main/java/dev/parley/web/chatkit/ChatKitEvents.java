package dev.parley.web.chatkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.shared.Language;
import dev.parley.web.connection.ClientConnection;
import dev.parley.web.http.AcceptedLanguage;
import dev.parley.web.item.WireEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The protocol's events on their way to a client: lines of data, and nothing else between them. */
final class ChatKitEvents {

    private static final byte[] DATA = "data: ".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);

    private final HttpServletResponse response;
    private final JsonMapper json;
    private final ClientConnection connection;
    private final Language language;

    ChatKitEvents(HttpServletRequest request, HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
        this.connection = ClientConnection.of(request);
        this.language = AcceptedLanguage.spoken(request);
    }

    /** What the client is spoken to in. */
    Language language() {
        return language;
    }

    /** Begins the stream. */
    void begin() throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
    }

    void write(WireEvent event) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(DATA);
        out.write(json.writeValueAsBytes(event));
        out.write(END);
    }

    void flush() throws IOException {
        response.flushBuffer();
    }

    /** Throws if the client is gone; writes nothing. */
    void checkClient() throws IOException {
        connection.checkPresent();
    }
}
