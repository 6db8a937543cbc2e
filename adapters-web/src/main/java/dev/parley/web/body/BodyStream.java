package dev.parley.web.body;

import dev.parley.web.connection.ClientConnection;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as its handler reads it: never longer than it may be, never for longer than it may take as a whole,
 * and counted in a {@link BodyBudget} for as long as the request lasts. A body that nobody reads costs nothing.
 */
public final class BodyStream extends ServletInputStream {

    private static final String ATTRIBUTE = BodyStream.class.getName();
    private static final String READ_AHEAD = ATTRIBUTE + ".readAhead";
    private static final String TIMED_OUT_AFTER = ATTRIBUTE + ".timedOut";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final HttpError TIMED_OUT = timedOut(DEFAULT_TIMEOUT);
    static final long DEFAULT_MAXIMUM_BYTES = 1024 * 1024;

    private final Source source;
    private final ClientConnection sender;
    private final long maximum;
    private final LongSupplier ticker;
    private final long began;

    private Duration timeout = DEFAULT_TIMEOUT;
    private HttpError timedOut = TIMED_OUT;
    private long read;
    private @Nullable InputStream bytes;
    private @Nullable MessageDigest digest;
    private BodyBudget.@Nullable Share share;

    /**
     * Begins to wait for a body.
     *
     * @param source opens the body when it is first read
     * @param maximum its length at most, in bytes
     * @param ticker a time in nanoseconds that only grows
     */
    BodyStream(Source source, ClientConnection sender, long maximum, LongSupplier ticker) {
        this.source = source;
        this.sender = sender;
        this.maximum = maximum;
        this.ticker = ticker;
        this.began = ticker.getAsLong();
    }

    /** The body of a request, which {@link #of} finds from now on. */
    static BodyStream attachedTo(HttpServletRequest request, long maximum, LongSupplier ticker) {
        Source source = request.getAttribute(READ_AHEAD) instanceof byte[] bytes
                ? () -> new ByteArrayInputStream(bytes)
                : request::getInputStream;
        BodyStream body = new BodyStream(source, ClientConnection.of(request), maximum, ticker);
        request.setAttribute(ATTRIBUTE, body);
        if (request.getAttribute(TIMED_OUT_AFTER) instanceof Duration timeout) {
            body.setTimeout(Duration.ZERO, timedOut(timeout));
        }
        return body;
    }

    /** Keeps what was read of the body of a request before anybody asked for it. */
    static void keepReadAhead(ServletRequest request, byte[] bytes) {
        request.setAttribute(READ_AHEAD, bytes);
    }

    /** Notes that the body of a request has taken longer than it may. Whoever wants to read it is told. */
    static void markTimedOut(ServletRequest request, Duration timeout) {
        request.setAttribute(TIMED_OUT_AFTER, timeout);
    }

    /** The request's body; empty where it has none. */
    public static Optional<BodyStream> of(ServletRequest request) {
        return Optional.ofNullable((BodyStream) request.getAttribute(ATTRIBUTE));
    }

    static HttpErrorException tooLarge(long maximum) {
        String limit = maximum == DEFAULT_MAXIMUM_BYTES ? "1 MiB" : maximum + " bytes";
        return new HttpErrorException(HttpError.of(RequestError.REQUEST_TOO_LARGE, limit));
    }

    /**
     * Sets how long the body may take as a whole, from when its request came.
     *
     * @param refusal what is answered to who takes longer
     */
    public void setTimeout(Duration newTimeout, HttpError refusal) {
        this.timeout = newTimeout;
        this.timedOut = refusal;
    }

    /** Counts what is read from now on in a share of the node's budget. */
    public void countIn(BodyBudget.Share counting) {
        this.share = counting;
    }

    /**
     * Declares that what is read is passed on at once: from now on nothing more is counted.
     *
     * @param buffered how many bytes are in memory at a time; they are counted now
     * @throws HttpErrorException with the code SERVICE_UNAVAILABLE if there is no room for them
     */
    public void passOn(int buffered) {
        BodyBudget.Share counting = share;
        if (counting != null) {
            counting.add(buffered);
            share = null;
        }
    }

    /** Feeds a digest with every byte that is read from now on. */
    public void digestWith(MessageDigest newDigest) {
        this.digest = newDigest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        limitWait();
        int count = readInTime(buffer, offset, length);
        sender.bodyComplete();
        if (count > 0) {
            count(count);
            if (digest != null) {
                digest.update(buffer, offset, count);
            }
        }
        return count;
    }

    @Override
    public boolean isFinished() {
        return false;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("bodies are read by the thread of their request");
    }

    private static HttpError timedOut(Duration timeout) {
        return HttpError.of(RequestError.REQUEST_TIMEOUT, timeout.toSeconds());
    }

    private void limitWait() {
        Duration left = timeout.minusNanos(ticker.getAsLong() - began);
        if (!left.isPositive()) {
            throw new HttpErrorException(timedOut);
        }
        sender.awaitBody(left);
    }

    private int readInTime(byte[] buffer, int offset, int length) throws IOException {
        try {
            return bytes().read(buffer, offset, length);
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                throw new HttpErrorException(timedOut);
            }
            throw e;
        }
    }

    private void count(int number) {
        read += number;
        if (read > maximum) {
            throw tooLarge(maximum);
        }
        if (share != null) {
            share.add(number);
        }
    }

    private InputStream bytes() throws IOException {
        if (bytes == null) {
            bytes = source.open();
        }
        return bytes;
    }

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Source {

        InputStream open() throws IOException;
    }
}
