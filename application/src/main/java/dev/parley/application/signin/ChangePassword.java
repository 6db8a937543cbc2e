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
import dev.parley.domain.signin.NoPassword;
import dev.parley.domain.signin.SignInClient;
import dev.parley.domain.signin.WrongPassword;
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
     * @throws NoPassword if the account is not a local one
     * @throws WrongPassword if the old password is not the account's
     * @throws dev.parley.domain.account.InvalidAccount if the new password breaks a rule
     */
    public AccessToken change(AccountId caller, Password old, String chosen, SignInClient client) {
        EmailAddress email = emailOf(caller);
        Credentials credentials =
                unitOfWork.read(() -> accounts.findCredentials(email)).orElseThrow(NoPassword::new);
        if (!hasher.matchesTyped(old, credentials.passwordHash())) {
            throw new WrongPassword();
        }
        PasswordHash hash = hasher.hash(rules.choose(email, chosen));
        return unitOfWork.execute(() -> {
            if (!accounts.lockIfCurrent(credentials)) {
                throw new WrongPassword();
            }
            return replacement.replace(caller, hash, client);
        });
    }

    private EmailAddress emailOf(AccountId caller) {
        return unitOfWork
                .read(() -> accounts.find(caller))
                .flatMap(account -> Optional.ofNullable(account.email()))
                .orElseThrow(NoPassword::new);
    }
}
