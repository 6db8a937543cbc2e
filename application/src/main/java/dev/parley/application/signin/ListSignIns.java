package dev.parley.application.signin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInRepository;
import java.time.InstantSource;
import java.util.List;

/** Lists where the caller is signed in. */
@UseCase
public final class ListSignIns {

    private final UnitOfWork unitOfWork;
    private final SignInRepository signIns;
    private final InstantSource clock;

    public ListSignIns(UnitOfWork unitOfWork, SignInRepository signIns, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** The caller's sign-ins, the newest first. */
    public List<SignIn> list(AccountId caller) {
        return unitOfWork.read(() -> signIns.list(caller, clock.instant()));
    }
}
