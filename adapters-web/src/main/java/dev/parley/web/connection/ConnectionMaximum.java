package dev.parley.web.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many connections there may be at a time.
 *
 * @param byHeap how many the heap has room for
 * @param byFiles how many the process may have files for
 */
record ConnectionMaximum(long byHeap, long byFiles) {

    /** The heap for each connection, of which one that sends slowly needs at most half. */
    private static final long BYTES_OF_CONNECTION = 256 * 1024;

    /** A request may need another one: a socket to a model or to the database, a temporary file. */
    private static final long FILES_OF_CONNECTION = 2;

    static ConnectionMaximum ofThisProcess() {
        return of(Runtime.getRuntime().maxMemory(), openFiles());
    }

    /**
     * What this much allows.
     *
     * @param openFiles how many files the process may open; not positive where that is not bounded
     */
    static ConnectionMaximum of(long heapBytes, long openFiles) {
        return new ConnectionMaximum(
                heapBytes / BYTES_OF_CONNECTION, openFiles > 0 ? openFiles / FILES_OF_CONNECTION : Long.MAX_VALUE);
    }

    int value() {
        return Math.clamp(Math.min(byHeap, byFiles), 1, Integer.MAX_VALUE);
    }

    boolean isBoundByFiles() {
        return byFiles < byHeap;
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : 0;
    }
}
