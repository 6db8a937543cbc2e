package dev.parley.web.attachment;

import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.ImageInputStream;

/** Where an image begins, for those who keep all that they read in memory. */
final class FirstMebibyte extends InputStream {

    private static final int BYTES = 1024 * 1024;

    private final ImageInputStream image;
    private int left = BYTES;

    FirstMebibyte(ImageInputStream image) {
        this.image = image;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        left--;
        return image.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = image.read(buffer, offset, Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }
}
