package dev.parley.web.security;

import dev.parley.domain.account.AccountId;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Whom the token of the current request speaks for. */
final class Caller {

    private Caller() {}

    /** The caller's account; empty without a valid token. */
    static Optional<AccountId> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof JwtAuthenticationToken token
                ? Optional.of(AccountId.ofSubject(
                        Optional.ofNullable(token.getToken().getClaimAsString("iss"))
                                .orElse(""),
                        token.getName()))
                : Optional.empty();
    }
}
