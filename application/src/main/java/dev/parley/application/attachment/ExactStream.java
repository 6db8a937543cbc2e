package dev.parley.application.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that must have exactly as many bytes as were announced. */
final class ExactStream extends FilterInputStream {

    private final long size;
    private final Mismatch mismatch;
    private long count;

    ExactStream(InputStream bytes, long size, Mismatch mismatch) {
        super(bytes);
        this.size = size;
        this.mismatch = mismatch;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? -1 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws IOException {
        count += Math.max(read, 0);
        if (count > size || (read < 0 && count < size)) {
            mismatch.refuse();
        }
    }

    /** Throws what a stream of another length means. */
    @FunctionalInterface
    interface Mismatch {

        void refuse() throws IOException;
    }
}
