package dev.parley.domain.account;

import dev.parley.domain.shared.NameBasedUuid;
import java.util.UUID;

/** The id of an account, which owns conversations. */
public record AccountId(UUID value) {

    /**
     * The account that a token speaks for: its subject where that is a UUID, else the UUID derived from issuer and
     * subject, so that the same stranger is always the same account.
     *
     * @param issuer the token's issuer, empty where it names none
     */
    public static AccountId ofSubject(String issuer, String subject) {
        return new AccountId(
                NameBasedUuid.isUuid(subject) ? UUID.fromString(subject) : NameBasedUuid.of(issuer + subject));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
