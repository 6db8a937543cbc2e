package dev.parley.application.signin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.SignInRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Removes what has expired of sign-ins, revoked tokens and codes, and networks that were not used for half a year. */
@UseCase
public final class RemoveExpiredSignIns {

    private static final Duration NETWORKS_KEPT = Duration.ofDays(180);
    /** Longer than any tolerance of clocks, so that no token outlives the memory that it is revoked. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private final UnitOfWork unitOfWork;
    private final SignInRepository signIns;
    private final RevokedTokenRepository revoked;
    private final PasswordResetRepository resets;
    private final InstantSource clock;

    public RemoveExpiredSignIns(
            UnitOfWork unitOfWork,
            SignInRepository signIns,
            RevokedTokenRepository revoked,
            PasswordResetRepository resets,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.signIns = signIns;
        this.revoked = revoked;
        this.resets = resets;
        this.clock = clock;
    }

    /** Removes all of it. */
    public void remove() {
        Instant now = clock.instant();
        unitOfWork.inPortions(AT_ONCE, maximum -> signIns.removeExpired(now, maximum));
        unitOfWork.inPortions(AT_ONCE, maximum -> revoked.removeExpired(now.minus(MARGIN), maximum));
        unitOfWork.inPortions(AT_ONCE, maximum -> resets.removeExpired(now, maximum));
        unitOfWork.inPortions(AT_ONCE, maximum -> signIns.removeNetworks(now.minus(NETWORKS_KEPT), maximum));
    }
}
