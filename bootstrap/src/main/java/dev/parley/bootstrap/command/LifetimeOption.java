package dev.parley.bootstrap.command;

import dev.parley.domain.access.AccessError;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** How long something that a command makes is valid. */
public final class Lifetime {

    private static final Duration LONGEST = Duration.ofDays(3650);

    private Lifetime() {}

    /**
     * Reads an option's value.
     *
     * @param option without its dashes
     * @param text such as {@code 90d}, {@code 12h} or {@code PT1H}
     * @throws InvalidRequest if it is no duration from a second to ten years
     */
    public static Duration of(String option, String text) {
        try {
            Duration lifetime = DurationStyle.detectAndParse(text);
            if (lifetime.toSeconds() >= 1 && lifetime.compareTo(LONGEST) <= 0) {
                return lifetime;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw invalid(option);
        }
        throw invalid(option);
    }

    private static InvalidRequest invalid(String option) {
        return new InvalidRequest(option, AccessError.MUST_BE_A_KEY_LIFETIME);
    }
}
