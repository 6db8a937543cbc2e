package dev.parley.domain.access;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a new key may do.
 *
 * @param lifetime how long it is valid; null for as long as it is not revoked
 * @param requestsPerMinute below {@code /v1}
 */
public record KeyTerms(@Nullable Duration lifetime, int requestsPerMinute) {

    /** What a key may do of which nothing is said. */
    public static final KeyTerms DEFAULT = new KeyTerms(null, 600);

    /** Requests a minute, at most. */
    public static final int MOST_REQUESTS = 1_000_000;

    /**
     * Checks the terms.
     *
     * @throws InvalidRequest if the lifetime is not from a second to ten years, or the rate not from 1 to a million
     */
    public KeyTerms {
        if (lifetime != null) {
            Lifetime.checked("expires", lifetime);
        }
        if (requestsPerMinute < 1 || requestsPerMinute > MOST_REQUESTS) {
            throw new InvalidRequest("rate", FieldError.MUST_BE_FROM_1_TO, MOST_REQUESTS);
        }
    }
}
