package dev.parley.benchmarks;

/** The time in which is measured, in {@link System#nanoTime}; none until it is opened. */
final class Window {

    private volatile long begin = Long.MAX_VALUE;
    private volatile long end = Long.MAX_VALUE;

    /** Opens it now, for ever or until it is closed. */
    void open() {
        begin = System.nanoTime();
    }

    void close() {
        end = System.nanoTime();
    }

    boolean contains(long time) {
        return begin != Long.MAX_VALUE && time >= begin && time < end;
    }
}
