package dev.parley.web.token;

import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/** Authenticates whoever presents a good token. */
public final class TokenUsers implements Converter<Jwt, AbstractAuthenticationToken> {

    private final JwtAuthenticationConverter authorities = new JwtAuthenticationConverter();
    private final TokenAccounts accounts;
    private final Predicate<Authentication> isAdministrator;

    /**
     * Makes a converter.
     *
     * @param isAdministrator whether the caller may operate the server
     */
    public TokenUsers(TokenAccounts accounts, Predicate<Authentication> isAdministrator) {
        this.accounts = accounts;
        this.isAdministrator = isAdministrator;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return withAccount(token, Objects.requireNonNull(authorities.convert(token)));
    }

    /** An administrator has no account where the server is operated, which must be possible while the database is away. */
    public AbstractAuthenticationToken operator(Jwt token) {
        AbstractAuthenticationToken caller = Objects.requireNonNull(authorities.convert(token));
        return isAdministrator.test(caller) ? caller : withAccount(token, caller);
    }

    private UserAuthentication withAccount(Jwt token, AbstractAuthenticationToken caller) {
        if (token instanceof UncheckedToken unchecked) {
            throw unchecked.failure();
        }
        return new UserAuthentication(token, caller.getAuthorities(), accounts.accountOf(token));
    }
}
