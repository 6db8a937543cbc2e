package dev.parley.web.attachment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How much longer an image may be decoded, in time of the processor: a node that is busy otherwise takes none of it away. */
final class DecodingTime {

    private final LongSupplier nanoseconds;
    private final long end;

    private DecodingTime(Duration limit, LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        this.end = nanoseconds.getAsLong() + limit.toNanos();
    }

    /** Time that the calling thread, which decodes, has from now. */
    static DecodingTime ofThisThread(Duration limit) {
        return new DecodingTime(limit, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    /**
     * To be asked by the thread that decodes.
     *
     * @throws IOException if the time is over, or nobody waits for the image any longer
     */
    void check() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("nobody waits for the image");
        }
        if (nanoseconds.getAsLong() >= end) {
            throw new IOException("the image takes too long to decode");
        }
    }
}
