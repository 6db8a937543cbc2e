package dev.parley.domain.access;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;

/**
 * How long a client may chat, and how fast.
 *
 * @param lifetime from 1 to 600 whole seconds
 * @param requestsPerMinute at least 1
 */
public record SessionTerms(Duration lifetime, int requestsPerMinute) {

    /** How long a session lives unless its opener says otherwise, and at most. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** Requests a minute, unless the opener of a session says otherwise. */
    public static final int USUAL_REQUESTS_PER_MINUTE = 10;

    /**
     * Takes terms.
     *
     * @throws InvalidRequest if they are out of bounds
     */
    public SessionTerms {
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new InvalidRequest("expires_after.seconds", FieldError.MUST_BE_FROM_1_TO, LONGEST.toSeconds());
        }
        if (requestsPerMinute < 1) {
            throw new InvalidRequest("rate_limits.max_requests_per_1_minute", FieldError.MUST_BE_AT_LEAST_1);
        }
    }
}
