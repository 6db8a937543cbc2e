package dev.parley.application.account;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.AccountRepository;
import java.time.InstantSource;
import java.util.Optional;

/** Finds the account of an identity. */
@UseCase
public final class IdentifyAccount {

    private final UnitOfWork unitOfWork;
    private final AccountRepository accounts;
    private final IdGenerator ids;
    private final InstantSource clock;

    public IdentifyAccount(UnitOfWork unitOfWork, AccountRepository accounts, IdGenerator ids, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account of the identity, which is added where this is the first request of it. */
    public AccountId findOrAdd(AccountIdentity identity) {
        return unitOfWork
                .read(() -> accounts.find(identity))
                .orElseGet(
                        () -> unitOfWork.execute(() -> accounts.findOrAdd(identity, ids.account(), clock.instant())));
    }

    /**
     * The account that somebody who may see everybody's asks for: the one that the identity has or would get of those that
     * there are, or the one whose id the subject is, whoever its issuer.
     */
    public Optional<AccountId> find(AccountIdentity identity) {
        return unitOfWork.read(() -> accounts.find(identity)
                .or(() -> identity.hasIdAsSubject()
                        ? Optional.of(identity.preferredId())
                        : accounts.findUnclaimed(identity)));
    }
}
