package dev.parley.web.stream;

import dev.parley.web.connection.ClientConnection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A response that takes as long as a run. To be written by the request's own thread. */
final class LongResponse {

    /**
     * Proxies give up what is silent, the strictest ones after 20 s. Nobody is to be silent for more than 15; this leaves
     * two for the wait that goes on when it is over.
     */
    static final Duration SILENCE = Duration.ofSeconds(13);

    private final HttpServletResponse response;
    private final ClientConnection connection;
    private final byte[] filler;
    private final LongSupplier nanoTime;
    private long writtenAt;

    /**
     * Makes it; the response stays untouched until something is written.
     *
     * @param filler what clients ignore
     * @param nanoTime what {@link System#nanoTime()} is
     */
    LongResponse(HttpServletRequest request, HttpServletResponse response, byte[] filler, LongSupplier nanoTime) {
        this.response = response;
        this.connection = ClientConnection.of(request);
        this.filler = filler;
        this.nanoTime = nanoTime;
        this.writtenAt = nanoTime.getAsLong();
    }

    void write(byte[]... parts) throws IOException {
        OutputStream out = response.getOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        writtenAt = nanoTime.getAsLong();
    }

    void flush() throws IOException {
        response.flushBuffer();
    }

    /** Whether nothing was written for as long as anybody waits. */
    boolean isSilent() {
        return nanoTime.getAsLong() - writtenAt >= SILENCE.toNanos();
    }

    void fill() throws IOException {
        write(filler);
        flush();
    }

    /** Throws if the client is gone; writes nothing. */
    void checkClient() throws IOException {
        connection.checkPresent();
    }
}
