package dev.parley.application.account;

import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;

/** Hashes passwords slowly on purpose. */
public interface PasswordHasher {

    /** Hashes a password with a salt of its own. */
    PasswordHash hash(Password password);

    /** Whether the hash is this password's, in a time that does not tell. */
    boolean matches(Password password, PasswordHash hash);
}
