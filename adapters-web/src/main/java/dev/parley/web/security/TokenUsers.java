package dev.parley.web.security;

import dev.parley.web.token.TokenAccounts;
import java.util.Objects;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/** Authenticates whoever presents a good token. */
final class TokenUsers implements Converter<Jwt, AbstractAuthenticationToken> {

    private final JwtAuthenticationConverter authorities = new JwtAuthenticationConverter();
    private final TokenAccounts accounts;

    TokenUsers(TokenAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return withAccount(token, Objects.requireNonNull(authorities.convert(token)));
    }

    /** An administrator has no account where the server is operated, which must be possible while the database is away. */
    AbstractAuthenticationToken operator(Jwt token) {
        AbstractAuthenticationToken caller = Objects.requireNonNull(authorities.convert(token));
        return Caller.isAdministrator(caller) ? caller : withAccount(token, caller);
    }

    private UserAuthentication withAccount(Jwt token, AbstractAuthenticationToken caller) {
        return new UserAuthentication(token, caller.getAuthorities(), accounts.accountOf(token));
    }
}
