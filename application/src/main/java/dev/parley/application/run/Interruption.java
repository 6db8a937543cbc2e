package dev.parley.application.run;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a run be stopped while its assistant answers, and never while it writes to the database. */
final class Interruption {

    private @Nullable Thread answering;
    private boolean stopped;

    /** Stops the run: interrupts its assistant now, or as soon as it goes on. */
    synchronized void stop() {
        stopped = true;
        if (answering != null) {
            answering.interrupt();
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** From here on the current thread may be interrupted. */
    synchronized void enter() {
        answering = Thread.currentThread();
        if (stopped) {
            answering.interrupt();
        }
    }

    /** From here on it is not; an interrupt that came is remembered. */
    synchronized void leave() {
        answering = null;
        stopped |= Thread.interrupted();
    }

    /** Does work in between that must not be interrupted. */
    <T> T shielded(Supplier<T> work) {
        leave();
        try {
            return work.get();
        } finally {
            enter();
        }
    }
}
