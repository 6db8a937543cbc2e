package dev.parley.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right of a server to open client sessions and to read and delete everybody's threads.
 *
 * @param expiresAt from when on it is refused; null where it has no end
 * @param requestsPerMinute how many requests may be made with it in a minute, on all nodes that count together
 */
public record ApiKey(
        KeyName name, Instant createdAt, @Nullable Instant expiresAt, int requestsPerMinute) {

    /** A key that is made now. */
    public static ApiKey of(KeyName name, KeyTerms terms, Instant now) {
        return new ApiKey(
                name, now, terms.lifetime() == null ? null : now.plus(terms.lifetime()), terms.requestsPerMinute());
    }

    /** Whether it is valid now. */
    public boolean isValid(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
