package dev.parley.web.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Finds the accounts of tokens. Whose an account is never changes, so it is remembered for some minutes, and asked again only
 * because an account may be deleted.
 */
public final class TokenAccounts {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MAXIMUM_ACCOUNTS = 10_000;

    private final IdentifyAccount identifyAccount;
    private final Cache<AccountIdentity, AccountId> known;

    /**
     * Makes an empty memory.
     *
     * @param clock by which minutes pass
     */
    public TokenAccounts(IdentifyAccount identifyAccount, InstantSource clock) {
        this.identifyAccount = identifyAccount;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(MEMORY)
                .maximumSize(MAXIMUM_ACCOUNTS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * The account of the issuer and subject of a token that a decoder has found good; added where there is none.
     *
     * @throws SystemFailure if it cannot be read now
     */
    public AccountId accountOf(Jwt token) {
        AccountIdentity identity = new AccountIdentity(
                Objects.requireNonNullElse(token.getClaimAsString("iss"), ""),
                Objects.requireNonNull(token.getSubject(), "a token without subject is refused before"));
        @Nullable AccountId remembered = known.getIfPresent(identity);
        if (remembered != null) {
            return remembered;
        }
        AccountId account = identifyAccount.findOrAdd(identity);
        known.put(identity, account);
        return account;
    }
}
