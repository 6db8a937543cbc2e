package dev.parley.web.security;

import dev.parley.application.account.PasswordHasher;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes passwords with bcrypt, which reads no more than 72 bytes. */
public final class BcryptPasswordHasher implements PasswordHasher {

    private static final String SHORT_ENOUGH = "as long as any";

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(bcrypt.encode(password.value()));
    }

    /** A password that is too long for bcrypt is nobody's, and takes as long as any other. */
    @Override
    public boolean matches(Password password, PasswordHash hash) {
        boolean matches = bcrypt.matches(password.isHashable() ? password.value() : SHORT_ENOUGH, hash.value());
        return matches && password.isHashable();
    }
}
