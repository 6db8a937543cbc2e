package dev.parley.web.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of this machine, which a test can put forward. */
public final class ShiftedClock implements InstantSource {

    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    /** Puts the clock forward. */
    public void shift(Duration duration) {
        shift.updateAndGet(duration::plus);
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(shift.get());
    }
}
