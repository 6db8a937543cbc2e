package dev.parley.application.signin;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token whose signature is good.
 *
 * @param twin of the other text with which the same token is good; null where it has only one
 * @param account for which it speaks
 * @param signIn of which it is the token; null where it was made elsewhere
 * @param issuedAt when it was made; the epoch where it does not say
 */
public record PresentedToken(
        TokenHash hash,
        @Nullable TokenHash twin,
        AccountId account,
        @Nullable SignInId signIn,
        Instant issuedAt,
        Instant expiresAt) {}
