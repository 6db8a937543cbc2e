package dev.parley.application.signin;

import dev.parley.application.account.PasswordHasher;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.account.PasswordRules;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.signin.SignInClient;
import dev.parley.domain.signin.SignInError;
import java.util.Optional;

/** Changes the caller's password, which ends all that the old one began. */
@UseCase
public final class ChangePassword {

    private final UnitOfWork unitOfWork;
    private final AccountRepository accounts;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final PasswordReplacement replacement;

    public ChangePassword(
            UnitOfWork unitOfWork,
            AccountRepository accounts,
            PasswordRules rules,
            PasswordHasher hasher,
            PasswordReplacement replacement) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.rules = rules;
        this.hasher = hasher;
        this.replacement = replacement;
    }

    /**
     * Ends every sign-in of the account and revokes its older tokens.
     *
     * @return the token of a new sign-in
     * @throws Failure NO_PASSWORD if the account is not a local one
     * @throws Failure WRONG_PASSWORD if the old password is not the account's
     * @throws Failure VALIDATION_ERROR if the new password breaks a rule
     */
    public AccessToken change(AccountId caller, Password old, String chosen, SignInClient client) {
        EmailAddress email = emailOf(caller);
        Credentials credentials = unitOfWork
                .read(() -> accounts.findCredentials(email))
                .orElseThrow(() -> new Failure(SignInError.NO_PASSWORD));
        if (!hasher.matchesTyped(old, credentials.passwordHash())) {
            throw new Failure(SignInError.WRONG_PASSWORD);
        }
        PasswordHash hash = hasher.hash(rules.choose(email, chosen));
        return unitOfWork.execute(() -> {
            if (!accounts.lockIfCurrent(credentials)) {
                throw new Failure(SignInError.WRONG_PASSWORD);
            }
            return replacement.replace(caller, hash, client);
        });
    }

    private EmailAddress emailOf(AccountId caller) {
        return unitOfWork
                .read(() -> accounts.find(caller))
                .flatMap(account -> Optional.ofNullable(account.email()))
                .orElseThrow(() -> new Failure(SignInError.NO_PASSWORD));
    }
}
