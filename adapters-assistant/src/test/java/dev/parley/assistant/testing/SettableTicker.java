package dev.parley.assistant.testing;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A clock of meters that stands still until a test moves it. */
public final class SettableTicker implements Clock {

    private final AtomicLong nanos = new AtomicLong();
    private volatile @Nullable Long runningSince;

    /** Moves the clock on. */
    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** From now on the clock moves by itself, for a test that waits until a time is over, however long that takes. */
    public void run() {
        runningSince = SYSTEM.monotonicTime();
    }

    @Override
    public long wallTime() {
        return Duration.ofNanos(monotonicTime()).toMillis();
    }

    @Override
    public long monotonicTime() {
        Long since = runningSince;
        return nanos.get() + (since == null ? 0 : SYSTEM.monotonicTime() - since);
    }
}
