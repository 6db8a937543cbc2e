package dev.parley.web.token;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.application.shared.StepFailed;
import dev.parley.application.signin.CheckToken;
import dev.parley.application.signin.PresentedToken;
import dev.parley.domain.account.AccountId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Which tokens were good within the last minute: signed by whom this server trusts, and not revoked. So a token that is
 * revoked is refused by every node within a minute, and nothing is asked for the other requests of that minute. Requests with
 * a token that is just being checked wait for that one check.
 */
public final class TokenMemory {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MAXIMUM_TOKENS = 10_000;

    private final CheckToken checkToken;
    private final AsyncCache<ByteBuffer, Jwt> good;

    /**
     * Makes an empty memory.
     *
     * @param clock by which a minute passes
     */
    public TokenMemory(CheckToken checkToken, InstantSource clock) {
        this.checkToken = checkToken;
        this.good = Caffeine.newBuilder()
                .expireAfterWrite(MEMORY)
                .maximumSize(MAXIMUM_TOKENS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    /** Forgets the account's tokens on this node, so that those that were revoked are refused at once. */
    public void forget(AccountId account) {
        good.synchronous()
                .asMap()
                .values()
                .removeIf(token -> PresentedTokens.accountOf(token).equals(account));
    }

    /**
     * The check of a token that is good or being checked.
     *
     * @param own what the caller completes where there is none, with null to remember nothing
     * @return null where the caller has to check the token itself
     */
    @Nullable CompletableFuture<Jwt> findOrBegin(ByteBuffer hash, CompletableFuture<Jwt> own) {
        return good.asMap().putIfAbsent(hash, own);
    }

    /**
     * Checks a token whose signature is good.
     *
     * @throws StepFailed if the sign-in of the token cannot be read now
     */
    Revocation check(Jwt token) {
        PresentedToken presented = PresentedTokens.of(token);
        try {
            return checkToken.isRevoked(presented) ? Revocation.REVOKED : Revocation.NONE;
        } catch (StepFailed e) {
            return withoutDatabase(presented, e);
        }
    }

    /**
     * Without the database nothing of a user can be read; so a token that was made elsewhere, such as an operator's for the
     * metrics, is taken for this request.
     */
    private static Revocation withoutDatabase(PresentedToken token, StepFailed failure) {
        if (token.signIn() != null) {
            throw failure;
        }
        return Revocation.UNKNOWN;
    }

    /** What is known of the revocation of a token. */
    enum Revocation {
        NONE,
        REVOKED,
        UNKNOWN
    }
}
