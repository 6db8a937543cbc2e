package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/**
 * A word that says when it was said, such as {@code @17 4711;}, so that whoever reads it knows its place and its age. Model
 * and readers are one process and so share its clock.
 *
 * @param sequence 1 for the first of its run
 * @param said a time of {@link System#nanoTime}, exact to a microsecond
 */
record Token(int sequence, long said) {

    private static final long BASE = System.nanoTime();
    private static final byte[] DELTA = "\"delta\":".getBytes(US_ASCII);

    byte[] bytes() {
        return ("@" + sequence + " " + (said - BASE) / 1_000 + ";").getBytes(US_ASCII);
    }

    /** Reads the tokens of an event that adds to an answer, from Parley or from the model; other events have none. */
    static void read(byte[] event, int length, Reader reader) throws IOException {
        int at = behindDelta(event, length);
        while (at < length) {
            at++;
            if (event[at - 1] == '@') {
                int space = indexOf(event, at, length, ' ');
                int end = indexOf(event, space, length, ';');
                reader.read(new Token((int) number(event, at, space), BASE + number(event, space + 1, end) * 1_000));
                at = end;
            }
        }
    }

    private static int behindDelta(byte[] event, int length) {
        for (int at = 0; at + DELTA.length <= length; at++) {
            if (event[at] == '"' && matches(event, at)) {
                return at + DELTA.length;
            }
        }
        return length;
    }

    private static boolean matches(byte[] event, int at) {
        for (int i = 1; i < DELTA.length; i++) {
            if (event[at + i] != DELTA[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] event, int from, int length, char wanted) throws IOException {
        for (int at = from; at < length; at++) {
            if (event[at] == wanted) {
                return at;
            }
        }
        throw new IOException("a token is cut off: " + new String(event, 0, length, US_ASCII));
    }

    private static long number(byte[] event, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + event[at] - '0';
        }
        return number;
    }

    /** Who reads tokens. */
    interface Reader {

        void read(Token token);
    }
}
