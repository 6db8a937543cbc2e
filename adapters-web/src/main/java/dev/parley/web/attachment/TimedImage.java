package dev.parley.web.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import javax.imageio.stream.ImageInputStreamImpl;

/** An image on disk, which can be read until its time is over. Closing it leaves the channel open. */
final class TimedImage extends ImageInputStreamImpl {

    private static final int BUFFER_BYTES = 8 * 1024;

    private final SeekableByteChannel channel;
    private final DecodingTime time;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long bufferStart;

    TimedImage(SeekableByteChannel channel, DecodingTime time) {
        this.channel = channel;
        this.time = time;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        streamPos++;
        return buffer.get() & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        time.check();
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        try {
            return channel.size();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Makes the byte at the position the buffer's next; false where the image ends. */
    private boolean fill() throws IOException {
        long at = streamPos - bufferStart;
        if (at >= 0 && at < buffer.limit()) {
            buffer.position((int) at);
            return true;
        }
        time.check();
        buffer.clear();
        bufferStart = streamPos;
        int count = channel.position(streamPos).read(buffer);
        buffer.flip();
        return count > 0;
    }
}
