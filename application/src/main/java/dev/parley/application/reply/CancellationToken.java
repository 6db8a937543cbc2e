package dev.parley.application.reply;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a run be stopped while its assistant answers, and never while it writes to the database. */
public final class CancellationToken {

    private @Nullable Thread answering;
    private @Nullable Reason reason;

    /** Why a run is stopped. */
    public enum Reason {
        /** Its user wants no more. */
        CANCELLED,
        /** Its node ends. */
        NODE_STOPS,
        /** It is this node's no longer. */
        FENCED_OFF
    }

    /** Stops the run: interrupts its assistant now, or as soon as it goes on. The first reason stays. */
    public synchronized void stop(Reason why) {
        if (reason == null) {
            reason = why;
        }
        if (answering != null) {
            answering.interrupt();
        }
    }

    /** Why the run is stopped; null where it is not. */
    public synchronized @Nullable Reason reason() {
        return reason;
    }

    private synchronized boolean isEntered() {
        return answering != null;
    }

    /** From here on the current thread may be interrupted. */
    public synchronized void enter() {
        answering = Thread.currentThread();
        if (reason != null) {
            answering.interrupt();
        }
    }

    /** From here on it is not; an interrupt that came without a reason ends the run as if its node had stopped. */
    public synchronized void leave() {
        answering = null;
        if (Thread.interrupted() && reason == null) {
            reason = Reason.NODE_STOPS;
        }
    }

    /** Does work that must not be interrupted, in between or afterwards. */
    <T> T shielded(Supplier<T> work) {
        if (!isEntered()) {
            return work.get();
        }
        leave();
        try {
            return work.get();
        } finally {
            enter();
        }
    }
}
