package dev.parley.domain.access;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right of one user's chat client to act for that user, for some minutes.
 *
 * @param account the account that the client acts for
 * @param subject the user, as the opener of the session calls them
 * @param requestsPerMinute how many requests the client may make in a minute
 * @param expiresAt from when on the secret is refused
 * @param cancelledAt null unless it was cancelled
 */
public record ClientSession(
        ClientSessionId id,
        AccountId account,
        Subject subject,
        Workflow workflow,
        ChatFeatures features,
        int requestsPerMinute,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant cancelledAt) {

    /** A session that begins now. */
    public static ClientSession open(
            ClientSessionId id,
            AccountId account,
            Subject subject,
            Workflow workflow,
            ChatFeatures features,
            SessionTerms terms,
            Instant now) {
        return new ClientSession(
                id,
                account,
                subject,
                workflow,
                features,
                terms.requestsPerMinute(),
                now,
                now.plus(terms.lifetime()),
                null);
    }

    /** This session, cancelled; one that has ended stays as it ended. */
    public ClientSession cancelled(Instant now) {
        return status(now) == ClientSessionStatus.ACTIVE
                ? new ClientSession(
                        id, account, subject, workflow, features, requestsPerMinute, createdAt, expiresAt, now)
                : this;
    }

    /** What has become of it by now. */
    public ClientSessionStatus status(Instant now) {
        if (cancelledAt != null) {
            return ClientSessionStatus.CANCELLED;
        }
        return now.isBefore(expiresAt) ? ClientSessionStatus.ACTIVE : ClientSessionStatus.EXPIRED;
    }
}
