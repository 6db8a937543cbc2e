package dev.parley.application.account;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.account.PasswordRules;
import dev.parley.domain.shared.Failure;
import java.time.InstantSource;

/** Makes a local account. */
@UseCase
public final class RegisterAccount {

    private final UnitOfWork unitOfWork;
    private final AccountRepository accounts;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final IdGenerator ids;
    private final InstantSource clock;

    public RegisterAccount(
            UnitOfWork unitOfWork,
            AccountRepository accounts,
            PasswordRules rules,
            PasswordHasher hasher,
            IdGenerator ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.rules = rules;
        this.hasher = hasher;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers an address; the slow hash is made before the unit begins.
     *
     * @throws Failure VALIDATION_ERROR if the password breaks a rule
     * @throws Failure DUPLICATE_EMAIL if the address has an account
     */
    public Account register(EmailAddress email, String password) {
        PasswordHash hash = hasher.hash(rules.choose(email, password));
        Account account = new Account(ids.account(), email, clock.instant());
        unitOfWork.run(() -> accounts.addLocal(account, hash));
        return account;
    }
}
