package dev.parley.application.signin;

import dev.parley.application.access.SecretGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.access.Secret;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.domain.signin.SignInError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Gives an operator a code with which the owner of an account replaces a forgotten password, once, within a day. */
@UseCase
public final class OfferPasswordReset {

    private static final Duration LIFETIME = Duration.ofHours(24);

    private final UnitOfWork unitOfWork;
    private final AccountRepository accounts;
    private final PasswordResetRepository resets;
    private final SecretGenerator secrets;
    private final InstantSource clock;

    public OfferPasswordReset(
            UnitOfWork unitOfWork,
            AccountRepository accounts,
            PasswordResetRepository resets,
            SecretGenerator secrets,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.resets = resets;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Makes a code, which makes an earlier one worthless. The password stays as it is until the code is used.
     *
     * @throws Failure ACCOUNT_NOT_FOUND if no local account has the address
     */
    public ResetCode offer(EmailAddress email) {
        Secret code = secrets.ofReset();
        Instant expiresAt = clock.instant().plus(LIFETIME);
        unitOfWork.run(() -> {
            Credentials credentials = accounts.findCredentials(email)
                    .orElseThrow(() -> new Failure(SignInError.ACCOUNT_NOT_FOUND, email));
            resets.put(credentials.account(), code.hash(), expiresAt);
        });
        return new ResetCode(code, expiresAt);
    }

    /** A code that replaces a password once. */
    public record ResetCode(Secret code, Instant expiresAt) {}
}
