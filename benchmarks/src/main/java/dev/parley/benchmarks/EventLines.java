package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;

/**
 * Takes an answer in chunks (RFC 9112, section 7.1) apart into lines, as its bytes arrive. Of a long line only the beginning
 * is kept, which is enough to know it by. An answer with another status than 200 is an error.
 */
final class EventLines {

    private static final int KEPT = 512;

    private final Consumer consumer;
    private final byte[] line = new byte[KEPT];
    private Part part = Part.STATUS;
    private int length;
    private long left;

    private enum Part {
        STATUS,
        HEADER,
        SIZE,
        DATA,
        BEHIND_DATA
    }

    EventLines(Consumer consumer) {
        this.consumer = consumer;
    }

    void read(byte[] bytes, int number) throws IOException {
        int at = 0;
        while (at < number) {
            at = part == Part.DATA ? readData(bytes, at, number) : readFrame(bytes[at], at);
        }
    }

    /** Lines of data may go on in the next chunk. */
    private int readData(byte[] bytes, int from, int number) throws IOException {
        int end = (int) Math.min(number, from + left);
        for (int at = from; at < end; at++) {
            if (bytes[at] == '\n') {
                consumer.line(line, length);
                length = 0;
            } else {
                keep(bytes[at]);
            }
        }
        left -= end - from;
        if (left == 0) {
            part = Part.BEHIND_DATA;
        }
        return end;
    }

    /** What frames the data has a line's end of its own, and so has to keep what was read of a line of data. */
    private int readFrame(byte next, int at) throws IOException {
        switch (part) {
            case STATUS, HEADER -> readHead(next);
            case SIZE -> readSize(next);
            case BEHIND_DATA -> part = next == '\n' ? Part.SIZE : part;
            case DATA -> throw new IllegalStateException("no frame: " + part);
        }
        return at + 1;
    }

    private void readHead(byte next) throws IOException {
        if (next != '\n') {
            keep(next);
            return;
        }
        String text = new String(line, 0, length, ISO_8859_1).strip();
        length = 0;
        if (part == Part.STATUS && !text.startsWith("HTTP/1.1 200")) {
            throw new IOException("the answer was " + text);
        }
        part = text.isEmpty() ? Part.SIZE : Part.HEADER;
    }

    private void readSize(byte next) {
        if (next != '\n') {
            int digit = Character.digit(next, 16);
            left = digit < 0 ? left : left * 16 + digit;
        } else {
            part = left == 0 ? Part.BEHIND_DATA : Part.DATA;
        }
    }

    private void keep(byte next) {
        if (length < KEPT) {
            line[length] = next;
            length++;
        }
    }

    /** Who is told of lines. */
    interface Consumer {

        /** Takes a line without its end, of bytes that are used again. */
        void line(byte[] bytes, int length) throws IOException;
    }
}
