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
     * After how long a filler is written. The strictest proxies give up what was silent for 20 s, and no answer is to be silent
     * for 15; this leaves two for the time between two looks at the clock.
     */
    private static final Duration SILENCE = Duration.ofSeconds(13);

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

    /** Whether it is time for a filler. */
    boolean isSilent() {
        return nanoTime.getAsLong() - writtenAt >= SILENCE.toNanos();
    }

    /** Writes a filler, and sends it. */
    void fill() throws IOException {
        write(filler);
        flush();
    }

    /** Throws if the client is gone; writes nothing. */
    void checkClient() throws IOException {
        connection.checkPresent();
    }
}
