package dev.parley.application.account;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;

/**
 * Hashes passwords slowly on purpose, and only a few at a time. Both methods throw {@link
 * SystemError#SERVICE_UNAVAILABLE} where there is no room for one more.
 */
public interface PasswordHasher {

    /** Hashes a password with a salt of its own. */
    PasswordHash hash(Password password);

    /** Whether the hash is of exactly this password, in a time that does not tell. */
    boolean matches(Password password, PasswordHash hash);

    /** Whether the hash is that of an account whose owner has typed this password; at most two are made for it. */
    default boolean matchesTyped(Password typed, PasswordHash hash) {
        return typed.candidates().stream().anyMatch(candidate -> matches(candidate, hash));
    }
}
