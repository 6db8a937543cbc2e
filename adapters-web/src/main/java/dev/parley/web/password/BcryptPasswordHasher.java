package dev.parley.web.password;

import dev.parley.application.account.PasswordHasher;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;
import dev.parley.web.compute.ComputePool;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes passwords with bcrypt, on threads of its own. */
public final class BcryptPasswordHasher implements PasswordHasher, AutoCloseable {

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final ComputePool threads = ComputePool.of("hash");

    @Override
    public PasswordHash hash(Password password) {
        String input = BcryptInput.of(password);
        return threads.call(() -> new PasswordHash(bcrypt.encode(input)));
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        String input = BcryptInput.of(password);
        return threads.call(() -> bcrypt.matches(input, hash.value()));
    }

    /** Drops what is being hashed. */
    @Override
    public void close() {
        threads.close();
    }
}
