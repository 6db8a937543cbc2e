package dev.parley.architecture.bad.assistant.note;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Timeout;

/** Breaks the rules of tests. */
abstract class BadTest {

    long nanoseconds() {
        return System.nanoTime();
    }

    long milliseconds() {
        return System.currentTimeMillis();
    }

    Instant instant() {
        return Instant.now();
    }

    void sleep() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1));
    }

    void sleepOfUnit() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }

    void timeout() {
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {});
    }

    @Timeout(29)
    void shortNet() {}

    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void net() {}
}
