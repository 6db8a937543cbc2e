package dev.parley.domain.access;

import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;

/** How long a key or a token may be valid. */
public final class Lifetime {

    private static final Duration LONGEST = Duration.ofDays(3650);

    private Lifetime() {}

    /**
     * Returns the lifetime, if something may be valid so long.
     *
     * @param field that it was given in
     * @throws InvalidRequest if it is not from a second to ten years
     */
    public static Duration checked(String field, Duration lifetime) {
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST) > 0) {
            throw new InvalidRequest(field, AccessError.MUST_BE_A_LIFETIME);
        }
        return lifetime;
    }
}
