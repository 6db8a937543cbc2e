package dev.parley.web.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A stream that has to be read within a time, which begins now; each read behind its end is refused. */
final class TimedStream extends FilterInputStream {

    private final long began = System.nanoTime();
    private final long patience;

    TimedStream(InputStream bytes, Duration patience) {
        super(bytes);
        this.patience = patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, length);
    }

    private void check() throws IOException {
        if (System.nanoTime() - began > patience) {
            throw new IOException("the stream took too long");
        }
    }
}
