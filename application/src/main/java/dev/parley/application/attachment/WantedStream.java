package dev.parley.application.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A stream that is checked to be still wanted while it is read, once a second. */
final class WantedStream extends FilterInputStream {

    static final Duration PERIOD = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Runnable check;
    private Instant next;

    /**
     * Makes a stream.
     *
     * @param check throws if the stream is wanted no more
     */
    WantedStream(InputStream bytes, InstantSource clock, Runnable check) {
        super(bytes);
        this.clock = clock;
        this.check = check;
        this.next = clock.instant().plus(PERIOD);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        checkInTime();
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        checkInTime();
        return read;
    }

    private void checkInTime() {
        if (clock.instant().isBefore(next)) {
            return;
        }
        check.run();
        next = clock.instant().plus(PERIOD);
    }
}
