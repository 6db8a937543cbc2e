package dev.parley.architecture.bad.application.run;

import java.time.Clock;
import java.time.InstantSource;

/** Time comes from a port. */
final class ReadsTheTime {

    Clock clock() {
        return Clock.systemUTC();
    }

    InstantSource instantSource() {
        return InstantSource.system();
    }

    long milliseconds() {
        return System.currentTimeMillis();
    }
}
