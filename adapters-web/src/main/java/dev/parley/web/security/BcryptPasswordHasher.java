package dev.parley.web.security;

import dev.parley.application.account.PasswordHasher;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;
import dev.parley.web.compute.ComputePool;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes passwords with bcrypt, which reads no more than 72 bytes, on threads of its own. */
public final class BcryptPasswordHasher implements PasswordHasher, AutoCloseable {

    private static final String SHORT_ENOUGH = "as long as any";

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final ComputePool threads = ComputePool.of("hash");

    @Override
    public PasswordHash hash(Password password) {
        return threads.call(() -> new PasswordHash(bcrypt.encode(password.value())));
    }

    /** A password that is too long for bcrypt is nobody's, and takes as long as any other. */
    @Override
    public boolean matches(Password password, PasswordHash hash) {
        String hashable = password.isHashable() ? password.value() : SHORT_ENOUGH;
        boolean matches = threads.call(() -> bcrypt.matches(hashable, hash.value()));
        return matches && password.isHashable();
    }

    /** Drops what is being hashed. */
    @Override
    public void close() {
        threads.close();
    }
}
