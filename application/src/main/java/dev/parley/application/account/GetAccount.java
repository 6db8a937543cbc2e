package dev.parley.application.account;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountRepository;
import java.time.InstantSource;
import java.util.Optional;

/** Reads the caller's own account. */
@UseCase
public final class GetAccount {

    private final UnitOfWork unitOfWork;
    private final AccountRepository accounts;
    private final InstantSource clock;

    public GetAccount(UnitOfWork unitOfWork, AccountRepository accounts, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The account, which is made if this is the first that is heard of it. */
    public Account get(AccountId id) {
        return unitOfWork.read(() -> accounts.find(id)).orElseGet(() -> add(id));
    }

    private Account add(AccountId id) {
        Account account = new Account(id, null, clock.instant());
        Optional<Account> stored = unitOfWork.execute(() -> {
            accounts.addIfAbsent(account);
            return accounts.find(id);
        });
        return stored.orElse(account);
    }
}
