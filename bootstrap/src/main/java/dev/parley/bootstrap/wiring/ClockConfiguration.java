package dev.parley.bootstrap.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of the server and its commands. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    /** As fine as PostgreSQL keeps times, so that a time is the same before and after it was stored. */
    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
