package dev.parley.application.testing;

import dev.parley.application.account.PasswordHasher;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;

/** Hashes passwords by writing them backwards, and counts how often it is asked. */
public final class ReversingHasher implements PasswordHasher {

    private int checks;

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(new StringBuilder(password.value()).reverse().toString());
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        checks++;
        return hash(password).equals(hash);
    }

    /** How many passwords were checked. */
    public int checks() {
        return checks;
    }
}
