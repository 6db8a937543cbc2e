package dev.parley.application.signin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.signin.SignInError;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.SignInRepository;

/** Ends sign-ins of the caller. */
@UseCase
public final class EndSignIn {

    private final UnitOfWork unitOfWork;
    private final SignInRepository signIns;

    public EndSignIn(UnitOfWork unitOfWork, SignInRepository signIns) {
        this.unitOfWork = unitOfWork;
        this.signIns = signIns;
    }

    /**
     * Ends one.
     *
     * @throws Failure SIGN_IN_NOT_FOUND if the caller has none with this id
     */
    public void end(AccountId caller, SignInId id) {
        unitOfWork.run(() -> {
            if (!signIns.end(id, caller)) {
                throw new Failure(SignInError.SIGN_IN_NOT_FOUND);
            }
        });
    }

    /**
     * Ends all but that of the token.
     *
     * @return how many have ended
     */
    public int endOthers(PresentedToken token) {
        return unitOfWork.execute(() -> signIns.endAll(token.account(), token.signIn()));
    }
}
