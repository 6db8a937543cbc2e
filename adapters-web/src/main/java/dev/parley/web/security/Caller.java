package dev.parley.web.security;

import dev.parley.application.signin.PresentedToken;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.run.Requester;
import dev.parley.web.token.PresentedTokens;
import dev.parley.web.token.UserAuthentication;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whom the token of the current request speaks for. */
final class Caller {

    /** The scope of an operator's token. */
    static final String ADMINISTRATOR_SCOPE = "parley.admin";

    /** The authority that Spring Security makes of the scope. */
    static final String ADMINISTRATOR = "SCOPE_" + ADMINISTRATOR_SCOPE;

    private Caller() {}

    /** The caller's account; empty without a valid token. */
    static Optional<AccountId> current() {
        return authentication() instanceof UserAuthentication user
                ? Optional.of(user.account())
                : client().map(ClientSession::account);
    }

    /** The session of a chat client that calls; empty where no chat client does. */
    static Optional<ClientSession> client() {
        return authentication() instanceof SecretAuthentication secret
                        && secret.getPrincipal() instanceof ClientSession session
                ? Optional.of(session)
                : Optional.empty();
    }

    /** Who calls, for the run that the call causes; empty without a valid token. */
    static Optional<Requester> requester(RequesterClaims claims) {
        return authentication() instanceof UserAuthentication user
                ? Optional.of(claims.of(user.getToken()))
                : client().map(claims::of);
    }

    /** The sign-in of the caller's token; "" where the token belongs to none. */
    static String signIn() {
        return authentication() instanceof UserAuthentication user
                ? Objects.toString(PresentedTokens.signInOf(user.getToken()), "")
                : "";
    }

    /** Whether the caller may operate the server. */
    static boolean isAdministrator() {
        Authentication caller = authentication();
        return caller != null && isAdministrator(caller);
    }

    static boolean isAdministrator(Authentication caller) {
        return AuthorityUtils.authorityListToSet(caller.getAuthorities()).contains(ADMINISTRATOR);
    }

    /** The token of the current request, where it is a user's. */
    static Optional<PresentedToken> token() {
        return authentication() instanceof UserAuthentication user
                ? Optional.of(PresentedTokens.of(user.getToken(), user.account()))
                : Optional.empty();
    }

    private static @Nullable Authentication authentication() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
