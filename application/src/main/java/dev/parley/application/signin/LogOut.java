package dev.parley.application.signin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.SignInRepository;

/** Revokes the caller's token, whoever made it. */
@UseCase
public final class LogOut {

    private final UnitOfWork unitOfWork;
    private final SignInRepository signIns;
    private final RevokedTokenRepository revoked;

    public LogOut(UnitOfWork unitOfWork, SignInRepository signIns, RevokedTokenRepository revoked) {
        this.unitOfWork = unitOfWork;
        this.signIns = signIns;
        this.revoked = revoked;
    }

    /** Ends the token's sign-in; a token without one is remembered as revoked until it expires. */
    public void logOut(PresentedToken token) {
        SignInId signIn = token.signIn();
        unitOfWork.run(() -> {
            if (signIn == null) {
                revoke(token);
            } else {
                signIns.end(signIn, token.account());
            }
        });
    }

    private void revoke(PresentedToken token) {
        revoked.add(token.hash(), token.expiresAt());
        if (token.twin() != null) {
            revoked.add(token.twin(), token.expiresAt());
        }
    }
}
