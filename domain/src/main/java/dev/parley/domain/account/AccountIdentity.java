package dev.parley.domain.account;

import dev.parley.domain.shared.NameBasedUuid;
import java.util.Locale;
import java.util.UUID;

/**
 * Whose an account is. No two identities have one account, whatever their texts are.
 *
 * @param issuer who vouches for the owner: the {@code iss} of tokens; empty where they name none
 * @param subject what the issuer calls the owner; of a UUID without issuer the case does not matter
 */
public record AccountIdentity(String issuer, String subject) {

    public AccountIdentity {
        if (issuer.isEmpty() && NameBasedUuid.isUuid(subject)) {
            subject = subject.toLowerCase(Locale.ROOT);
        }
    }

    /** Whoever is vouched for without an issuer: by a shared secret, by Parley itself, or by a server with an API key. */
    public static AccountIdentity withoutIssuer(Subject subject) {
        return new AccountIdentity("", subject.value());
    }

    /** Whether tokens name no issuer. */
    public boolean hasNoIssuer() {
        return issuer.isEmpty();
    }

    /**
     * The id of a new account: the subject where that is a UUID, else the UUID derived from issuer and subject. Accounts
     * from before have it, too, and it may be another's: issuer and subject are written together without a separator.
     */
    public AccountId preferredId() {
        return new AccountId(hasIdAsSubject() ? UUID.fromString(subject) : NameBasedUuid.of(issuer + subject));
    }

    /** Whether the subject is a UUID, and so may be the id of an account. */
    public boolean hasIdAsSubject() {
        return NameBasedUuid.isUuid(subject);
    }

    /** The id of a new account where the preferred one is another's. No other identity derives it. */
    public AccountId alternativeId() {
        return new AccountId(NameBasedUuid.of(issuer + '\0' + subject));
    }
}
