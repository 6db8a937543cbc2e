package dev.parley.application.signin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.SignInRepository;
import java.time.InstantSource;

/** Tells whether a token has been revoked, by one statement. */
@UseCase
public final class CheckToken {

    private final UnitOfWork unitOfWork;
    private final SignInRepository signIns;
    private final RevokedTokenRepository revoked;
    private final InstantSource clock;

    public CheckToken(
            UnitOfWork unitOfWork, SignInRepository signIns, RevokedTokenRepository revoked, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.signIns = signIns;
        this.revoked = revoked;
        this.clock = clock;
    }

    /**
     * Whether the token's sign-in has ended, or the token itself is revoked. The use of a sign-in is noted.
     *
     * @throws dev.parley.application.shared.SystemFailure if nobody can tell now
     */
    public boolean isRevoked(PresentedToken token) {
        SignInId signIn = token.signIn();
        return signIn == null
                ? unitOfWork.read(() -> revoked.isRevoked(token.hash(), token.account(), token.issuedAt()))
                : !unitOfWork.execute(() -> signIns.use(signIn, token.account(), clock.instant()));
    }
}
