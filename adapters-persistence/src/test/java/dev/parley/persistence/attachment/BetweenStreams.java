package dev.parley.persistence.attachment;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bytes, and others, between which something happens. */
final class BetweenStreams extends FilterInputStream {

    private final InputStream rest;
    private @Nullable Runnable event;

    BetweenStreams(byte[] first, Runnable event, byte[] rest) {
        super(new ByteArrayInputStream(first));
        this.event = event;
        this.rest = new ByteArrayInputStream(rest);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        return next < 0 && hasGoneOn() ? super.read() : next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = length == 0 ? 0 : super.read(buffer, offset, length);
        return count < 0 && hasGoneOn() ? super.read(buffer, offset, length) : count;
    }

    private boolean hasGoneOn() {
        Runnable happening = event;
        if (happening == null) {
            return false;
        }
        event = null;
        happening.run();
        in = rest;
        return true;
    }
}
