package dev.parley.web.attachment;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What an image asks of its decoder besides pixels, read before anything of it is decoded. A few bytes of a progressive JPEG
 * ask for one more pass over all pixels; a chunk of a PNG may be read into memory whole, and a compressed one grows there.
 *
 * @param scans how often the pixels are passed over; 0 where the format knows no scans
 * @param isUsual whether what is beside the pixels is short
 */
record ImageBounds(int scans, boolean isUsual) {

    /** A progressive photo has some ten. */
    private static final int MAXIMUM_SCANS = 50;

    /** Of all scans together, where they are more than that. */
    private static final long MAXIMUM_SCANNED_PIXELS = 200_000_000;

    private static final int MAXIMUM_CHUNKS = 64;
    private static final long MAXIMUM_CHUNK_BYTES = 4 * 1024 * 1024;

    private static final int JPEG = 0xFFD8;
    private static final int PNG = 0x8950;
    private static final int PIXELS = 0x49444154; // IDAT
    private static final int END = 0x49454E44; // IEND
    private static final int CHECKSUM_BYTES = 4;

    /**
     * Reads an image from its first byte, and leaves the stream there.
     *
     * @throws IOException if it ends early
     */
    static ImageBounds of(ImageInputStream image) throws IOException {
        image.mark();
        try {
            return switch (image.readUnsignedShort()) {
                case JPEG -> new ImageBounds(scans(image), true);
                case PNG -> new ImageBounds(0, hasShortChunks(image));
                default -> new ImageBounds(0, true);
            };
        } finally {
            image.reset();
        }
    }

    /** Whether an image of so many pixels may be decoded. */
    boolean allow(long pixels) {
        return isUsual && (scans <= MAXIMUM_SCANS || scans * pixels <= MAXIMUM_SCANNED_PIXELS);
    }

    /** How many scans the JPEG's decoder will find, whose way from marker to marker this is (ITU T.81, B.1.1). */
    private static int scans(ImageInputStream image) throws IOException {
        int scans = 0;
        for (int marker = marker(image); marker >= 0 && marker != 0xD9; marker = marker(image)) {
            if (marker == 0xDA) {
                scans++;
            }
            if (hasLength(marker)) {
                skip(image, image.readUnsignedShort() - 2L);
            }
        }
        return scans;
    }

    private static boolean hasLength(int marker) {
        return marker != 0x01 && (marker < 0xD0 || marker > 0xD8);
    }

    /** The next marker; -1 where the image ends. A zero after FF is a pixel's FF, and FFs may be repeated. */
    private static int marker(ImageInputStream image) throws IOException {
        int last = 0;
        for (int value = image.read(); value >= 0; value = image.read()) {
            if (last == 0xFF && value != 0 && value != 0xFF) {
                return value;
            }
            last = value;
        }
        return -1;
    }

    /** Whether what a PNG has beside its pixels is short (RFC 2083, 3.2). */
    private static boolean hasShortChunks(ImageInputStream image) throws IOException {
        image.skipBytes(Long.BYTES - Short.BYTES);
        long bytes = 0;
        for (int chunks = 0; chunks < MAXIMUM_CHUNKS; ) {
            long length = image.readUnsignedInt();
            int type = image.readInt();
            if (type == END) {
                return true;
            }
            if (type != PIXELS) {
                chunks++;
                bytes += length;
            }
            if (bytes > MAXIMUM_CHUNK_BYTES) {
                return false;
            }
            skip(image, length + CHECKSUM_BYTES);
        }
        return false;
    }

    private static void skip(ImageInputStream image, long bytes) throws IOException {
        long end = image.getStreamPosition() + bytes;
        if (end > image.length()) {
            throw new EOFException("a part is longer than the image");
        }
        image.seek(Math.max(end, image.getStreamPosition()));
    }
}
