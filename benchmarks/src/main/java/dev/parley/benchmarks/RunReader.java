package dev.parley.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.BitSet;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What one client has seen of a run, over one connection after another. Used by the thread of {@link RunReaders} only. */
final class RunReader implements EventLines.Consumer {

    private static final byte[] ID = "id: ".getBytes(UTF_8);
    private static final byte[] DATA = "data: ".getBytes(UTF_8);
    private static final String DONE = "data: [DONE]";
    private static final String FAILED = "data: {\"type\":\"error\"";

    private final Measured measured;
    private final BitSet seen = new BitSet();
    private EventLines lines = new EventLines(this);
    private String lastEventId = "";
    private String eventId = "";
    private int doubled;
    private int disordered;
    private long now;
    private long connected;
    private boolean isResuming;
    private boolean isDone;
    private @Nullable String failure;

    RunReader(Measured measured) {
        this.measured = measured;
    }

    /** Takes what has arrived. */
    void read(byte[] bytes, int number) {
        now = System.nanoTime();
        try {
            lines.read(bytes, number);
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    /** Goes on over another connection, which was asked for at a time. */
    void resume(long asked) {
        lines = new EventLines(this);
        connected = asked;
        isResuming = true;
    }

    @Override
    public void line(byte[] bytes, int length) throws IOException {
        if (startsWith(bytes, length, ID)) {
            eventId = new String(bytes, ID.length, length - ID.length, UTF_8);
        } else if (length == 0) {
            // An event has been seen when its empty line has (HTML standard, section 9.2.6).
            lastEventId = eventId;
        } else if (startsWith(bytes, length, DATA)) {
            Token.read(bytes, length, this::token);
            if (length < 64) {
                isDone |= new String(bytes, 0, length, UTF_8).equals(DONE);
            }
            if (startsWith(bytes, length, FAILED.getBytes(UTF_8))) {
                fail(new String(bytes, 0, length, UTF_8));
            }
        }
    }

    /** The connection is gone, or never was. */
    void fail(String reason) {
        if (!isDone) {
            failure = reason;
        }
    }

    String lastEventId() {
        return lastEventId;
    }

    /** Whether nothing more comes. */
    boolean isOver() {
        return isDone || failure != null;
    }

    /** Holds what was seen against what was said. */
    Count count(int said) {
        return new Count(said, said - seen.cardinality(), doubled, disordered, failure);
    }

    private void token(Token token) {
        measured.read.increment();
        if (seen.get(token.sequence())) {
            doubled++;
        } else if (token.sequence() < seen.length()) {
            disordered++;
        }
        seen.set(token.sequence());
        if (isResuming) {
            isResuming = false;
            measured.resumed.add(now - connected);
        }
        // What was said while there was no connection tells nothing about the way of a token.
        if (token.said() >= connected && measured.window.contains(token.said())) {
            measured.underway.add(now - token.said());
        }
    }

    private static boolean startsWith(byte[] bytes, int length, byte[] wanted) {
        if (length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** What all readers measure together, on their one thread. */
    static final class Measured {

        final Latencies underway = new Latencies();
        final Latencies resumed = new Latencies();
        private final Window window;
        private final LongAdder read = new LongAdder();

        /**
         * Measures.
         *
         * @param window the time in which a token has to be said for its way to be measured
         */
        Measured(Window window) {
            this.window = window;
        }

        /** How many tokens were read so far. */
        long read() {
            return read.sum();
        }
    }

    /**
     * What became of a run's tokens.
     *
     * @param disordered how many came after later ones
     * @param failure why the run could not be read to its end, if it could not
     */
    record Count(
            int said,
            int lost,
            int doubled,
            int disordered,
            @Nullable String failure) {}
}
