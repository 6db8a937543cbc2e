package dev.parley.web.token;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.signin.CheckToken;
import dev.parley.domain.account.AccountId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Which tokens were good within the last minute: signed by whom this server trusts, and not revoked. So a token that is
 * revoked is refused by every node within a minute, and nothing is asked for the other requests of that minute. Requests with
 * a token that is just being checked wait for that one check.
 */
public final class TokenMemory {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MAXIMUM_TOKENS = 10_000;

    private final CheckToken checkToken;
    private final TokenAccounts accounts;
    private final AsyncCache<ByteBuffer, GoodToken> good;

    /**
     * Makes an empty memory.
     *
     * @param clock by which a minute passes
     */
    public TokenMemory(CheckToken checkToken, TokenAccounts accounts, InstantSource clock) {
        this.checkToken = checkToken;
        this.accounts = accounts;
        this.good = Caffeine.newBuilder()
                .expireAfterWrite(MEMORY)
                .maximumSize(MAXIMUM_TOKENS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .buildAsync();
    }

    /**
     * Forgets the account's tokens on this node, so that those that were revoked are refused at once. Checks in progress may
     * have read what was before, so nothing of them is remembered.
     */
    public void forget(AccountId account) {
        good.asMap().values().removeIf(check -> mayBeOf(account, check));
    }

    /**
     * The check of a token that is good or being checked.
     *
     * @param own what the caller completes where there is none, with null to remember nothing
     * @return null where the caller has to check the token itself
     */
    @Nullable CompletableFuture<GoodToken> findOrBegin(ByteBuffer hash, CompletableFuture<GoodToken> own) {
        return good.asMap().putIfAbsent(hash, own);
    }

    /**
     * Checks a token whose signature is good.
     *
     * @throws JwtValidationException if it is revoked
     * @throws SystemFailure if that cannot be read now
     */
    GoodToken check(Jwt token) {
        AccountId account = accounts.accountOf(token);
        if (checkToken.isRevoked(PresentedTokens.of(token, account))) {
            throw new JwtValidationException(
                    "the token is revoked", TokenFault.REVOKED.failure().getErrors());
        }
        return new GoodToken(token, account);
    }

    private static boolean mayBeOf(AccountId account, CompletableFuture<GoodToken> check) {
        @Nullable GoodToken token = check.getNow(null);
        return token == null || token.account().equals(account);
    }

    /** A token that is not revoked, with the account for which it speaks. */
    record GoodToken(Jwt token, AccountId account) {}
}
