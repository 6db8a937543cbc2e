package dev.parley.bootstrap.command;

import dev.parley.domain.access.AccessError;
import dev.parley.domain.access.Lifetime;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** How long something that a command makes is valid. */
public final class LifetimeOption {

    private LifetimeOption() {}

    /**
     * Reads an option's value.
     *
     * @param option without its dashes
     * @param text such as {@code 90d}, {@code 12h} or {@code PT1H}
     * @throws InvalidRequest if it is no duration from a second to ten years
     */
    public static Duration of(String option, String text) {
        try {
            return Lifetime.checked(option, DurationStyle.detectAndParse(text));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidRequest(option, AccessError.MUST_BE_A_LIFETIME);
        }
    }
}
