package dev.parley.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Retries retries = new Retries(Duration.ofMillis(500));

    @Test
    void pausesGrowAndHaveAnEnd() {
        Duration first = retries.refused();
        for (int i = 0; i < 100; i++) {
            retries.refused();
        }

        assertThat(first).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(retries.refused()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    @Test
    void aConnectionThatBreaksIsMadeAgainAtOnce() {
        assertThat(retries.broken(SHORT)).isZero();
    }

    @Test
    void aConnectionThatKeepsBreakingIsLeftAloneForAWhile() {
        retries.broken(SHORT);

        assertThat(retries.broken(SHORT)).isPositive();
    }

    @Test
    void aConnectionThatStoodForLongForgetsEarlierTroubles() {
        retries.refused();
        retries.refused();

        assertThat(retries.broken(LONG)).isZero();
    }
}
