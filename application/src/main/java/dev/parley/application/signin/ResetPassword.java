package dev.parley.application.signin;

import dev.parley.application.account.PasswordHasher;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.access.Secret;
import dev.parley.domain.access.SecretHash;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.account.PasswordRules;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.domain.signin.SignInClient;
import dev.parley.domain.signin.SignInError;
import java.time.InstantSource;

/** Replaces a forgotten password with a code that an operator gave out. */
@UseCase
public final class ResetPassword {

    private final UnitOfWork unitOfWork;
    private final AccountRepository accounts;
    private final PasswordResetRepository resets;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final PasswordReplacement replacement;
    private final InstantSource clock;

    public ResetPassword(
            UnitOfWork unitOfWork,
            AccountRepository accounts,
            PasswordResetRepository resets,
            PasswordRules rules,
            PasswordHasher hasher,
            PasswordReplacement replacement,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.resets = resets;
        this.rules = rules;
        this.hasher = hasher;
        this.replacement = replacement;
        this.clock = clock;
    }

    /**
     * Uses the code up; nothing is hashed for whoever has none.
     *
     * @return the token of a new sign-in
     * @throws Failure INVALID_RESET_CODE if the code is not the address's, was used, or has expired
     * @throws Failure VALIDATION_ERROR if the new password breaks a rule; the code stays good
     */
    public AccessToken reset(EmailAddress email, Secret code, String chosen, SignInClient client) {
        SecretHash hash = code.hash();
        AccountId account = unitOfWork.read(() -> accountOf(email, hash));
        PasswordHash password = hasher.hash(rules.choose(email, chosen));
        return unitOfWork.execute(() -> {
            if (!resets.take(account, hash, clock.instant())) {
                throw new Failure(SignInError.INVALID_RESET_CODE);
            }
            return replacement.replace(account, password, client);
        });
    }

    private AccountId accountOf(EmailAddress email, SecretHash code) {
        if (!resets.isValid(email, code, clock.instant())) {
            throw new Failure(SignInError.INVALID_RESET_CODE);
        }
        return accounts.findCredentials(email)
                .map(Credentials::account)
                .orElseThrow(() -> new Failure(SignInError.INVALID_RESET_CODE));
    }
}
