package dev.parley.web.connection;

import java.util.concurrent.Executor;

/**
 * Finds out that virtual threads run no more. They share as many carriers as there are cores; where all of these wait inside
 * of the virtual machine, as for a class that is being loaded, and what they wait for is done by a virtual thread without a
 * carrier, none of them ever goes on.
 */
final class VirtualThreadWatch {

    private final Executor virtualThreads;
    private final int maximumMisses;
    private final Runnable onStuck;
    private volatile boolean hasRun = true;
    private int misses;

    /**
     * Makes a watch.
     *
     * @param virtualThreads starts a virtual thread
     * @param maximumMisses after how many checks in a row that the thread of the first of them has not run
     * @param onStuck is called, at each further check too
     */
    VirtualThreadWatch(Executor virtualThreads, int maximumMisses, Runnable onStuck) {
        this.virtualThreads = virtualThreads;
        this.maximumMisses = maximumMisses;
        this.onStuck = onStuck;
    }

    /** To be called at regular times by one platform thread after the other. */
    synchronized void check() {
        if (hasRun) {
            hasRun = false;
            misses = 0;
            virtualThreads.execute(() -> hasRun = true);
        } else if (++misses >= maximumMisses) {
            onStuck.run();
        }
    }
}
