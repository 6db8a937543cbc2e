package dev.parley.benchmarks.hostile;

import java.io.ByteArrayOutputStream;

/**
 * A grey progressive JPEG (ITU-T T.81, annex G) that is small as a file and dear to decode: one scan of the DC coefficients,
 * and any number of the AC coefficients, all of them zero.
 */
final class ProgressiveJpeg {

    private static final int BLOCK = 8;
    private static final int LONGEST_RUN = (1 << 15) - 1;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final int blocks;

    private ProgressiveJpeg(int width, int height) {
        this.blocks = Math.ceilDiv(width, BLOCK) * Math.ceilDiv(height, BLOCK);
    }

    static byte[] of(int width, int height, int scans) {
        ProgressiveJpeg jpeg = new ProgressiveJpeg(width, height);
        jpeg.header(width, height);
        jpeg.dcScan();
        for (int scan = 1; scan < scans; scan++) {
            jpeg.acScan();
        }
        jpeg.bytes(0xFF, 0xD9);
        return jpeg.output.toByteArray();
    }

    private void header(int width, int height) {
        bytes(0xFF, 0xD8);
        bytes(0xFF, 0xDB, 0, 67, 0);
        for (int i = 0; i < 64; i++) {
            bytes(1);
        }
        bytes(0xFF, 0xC2, 0, 11, 8, height >> 8, height & 0xFF, width >> 8, width & 0xFF, 1, 1, 0x11, 0);
        huffmanTables();
    }

    /** The DC table has one code of one bit for the difference 0, the AC table fifteen of four bits for runs of empty blocks. */
    private void huffmanTables() {
        bytes(0xFF, 0xC4, 0, 20, 0x00, 1);
        for (int length = 2; length <= 16; length++) {
            bytes(0);
        }
        bytes(0);
        bytes(0xFF, 0xC4, 0, 34, 0x10, 0, 0, 0, 15);
        for (int length = 5; length <= 16; length++) {
            bytes(0);
        }
        for (int run = 0; run < 15; run++) {
            bytes(run << 4);
        }
    }

    private void dcScan() {
        bytes(0xFF, 0xDA, 0, 8, 1, 1, 0x00, 0, 0, 0x00);
        for (int i = 0; i < blocks / 8; i++) {
            bytes(0);
        }
        if (blocks % 8 > 0) {
            bytes(0xFF >> blocks % 8);
        }
    }

    private void acScan() {
        bytes(0xFF, 0xDA, 0, 8, 1, 1, 0x00, 1, 63, 0x00);
        Bits bits = new Bits();
        int left = blocks;
        while (left > 0) {
            int run = Math.min(left, LONGEST_RUN);
            int exponent = 31 - Integer.numberOfLeadingZeros(run);
            bits.add(exponent, 4);
            bits.add(run - (1 << exponent), exponent);
            left -= run;
        }
        bits.end();
    }

    private void bytes(int... values) {
        for (int value : values) {
            output.write(value);
        }
    }

    /** Bits of a scan, with a zero byte after each 0xFF, and ones to the end of the last byte. */
    private final class Bits {

        private int held;
        private int count;

        void add(int value, int length) {
            for (int i = length - 1; i >= 0; i--) {
                held = (held << 1) | ((value >> i) & 1);
                count++;
                if (count == 8) {
                    flush();
                }
            }
        }

        void end() {
            while (count > 0) {
                add(1, 1);
            }
        }

        private void flush() {
            bytes(held);
            if (held == 0xFF) {
                bytes(0);
            }
            held = 0;
            count = 0;
        }
    }
}
