package dev.parley.assistant.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a server was sent, oldest first; and a way to make it forget whom it knows. */
public final class RequestRecord extends HttpFilter {

    private static final JsonMapper JSON = new JsonMapper();

    private final transient List<Entry> entries = new CopyOnWriteArrayList<>();
    private final AtomicInteger forgotten = new AtomicInteger();

    /**
     * A request.
     *
     * @param headers by their names in any case
     * @param body missing where there was none
     */
    public record Entry(String method, Map<String, String> headers, JsonNode body) {}

    /** All requests. */
    public List<Entry> all() {
        return List.copyOf(entries);
    }

    /** The messages of a method of the protocol. */
    public List<JsonNode> messages(String method) {
        return entries.stream()
                .map(Entry::body)
                .filter(body -> body.path("method").asString("").equals(method))
                .toList();
    }

    /** The next call is answered as by a server that does not know the session. */
    public void forgetSessionOnce() {
        forgotten.set(1);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] body = request.getInputStream().readAllBytes();
        Entry entry = new Entry(request.getMethod(), headers(request), JSON.readTree(body));
        entries.add(entry);
        if (entry.body().path("method").asString("").equals("tools/call") && forgotten.getAndSet(0) == 1) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(new ReadAgain(request, body), response);
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaderNames().asIterator().forEachRemaining(name -> headers.put(name, request.getHeader(name)));
        return headers;
    }

    private static final class ReadAgain extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadAgain(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return in.read(into, offset, length);
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
