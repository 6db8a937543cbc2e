package dev.parley.application.signin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.SignInRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

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

    /** Removes all of it, in units so small that nobody waits for them. */
    public void remove() {
        Instant now = clock.instant();
        inPortions(() -> signIns.removeExpired(now, AT_ONCE));
        inPortions(() -> revoked.removeExpired(now.minus(MARGIN), AT_ONCE));
        inPortions(() -> resets.removeExpired(now, AT_ONCE));
        inPortions(() -> signIns.removeNetworks(now.minus(NETWORKS_KEPT), AT_ONCE));
    }

    private void inPortions(IntSupplier removal) {
        int removed;
        do {
            removed = unitOfWork.execute(removal::getAsInt);
        } while (removed == AT_ONCE);
    }
}
