package dev.parley.e2e;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, as PostgreSQL keeps times, which a test moves on for all nodes that have it. */
final class MovableClock implements InstantSource {

    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return clock.instant().plus(offset.get());
    }

    void advance(Duration duration) {
        offset.updateAndGet(duration::plus);
    }
}
