package dev.parley.architecture.bad.domain.conversation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Time comes from outside. */
final class ReadsTheTime {

    Instant instant() {
        return Instant.now();
    }

    LocalDateTime localDateTime() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    Supplier<Instant> reference() {
        return Instant::now;
    }
}
