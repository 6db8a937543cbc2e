package dev.parley.application.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.awaitility.pollinterval.PollInterval;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What tests await may take half a minute on a slow machine; the library's default is 10 s. They look at once and soon again,
 * not every 100 ms: mostly it has happened already. JUnit finds this by itself.
 */
public final class AwaitilityDefaults implements BeforeAllCallback {

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final PollInterval SOON_AND_LESS_AND_LESS = IterativePollInterval.iterative(
            pause -> pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE,
            Duration.ofMillis(1));

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(SOON_AND_LESS_AND_LESS);
    }
}
