package dev.parley.web.body;

import dev.parley.web.connection.ClientConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a request below the Servlet API: bytes in the connection's own buffer, for which one waits for some time. */
final class RawBody implements ApplicationBufferHandler {

    private final Request request;
    private final long deadline;
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    /** The body of which nothing, or something, has been read, to be read to its end within this time. */
    RawBody(Request request, Duration timeout) {
        this.request = request;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /**
     * Waits for bytes, in place of those that were read before.
     *
     * @return false at the end of the body
     * @throws SocketTimeoutException if the time is over
     */
    boolean readNext() throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        ClientConnection.of(request).awaitBody(Duration.ofNanos(left));
        return readCome();
    }

    /** The same for bytes that have come already. */
    boolean readCome() throws IOException {
        return request.getCoyoteRequest().doRead(this) >= 0;
    }

    /** Appends what was read last. */
    void appendTo(ByteArrayOutputStream bytes) {
        byte[] read = new byte[buffer.remaining()];
        buffer.get(read);
        bytes.writeBytes(read);
    }

    @Override
    public void setByteBuffer(ByteBuffer newBuffer) {
        buffer = newBuffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return buffer;
    }

    @Override
    public void expand(int size) {}
}
