package dev.parley.web.token;

import dev.parley.domain.account.AccountId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Whoever has shown a token, with the account that it speaks for. */
public final class UserAuthentication extends JwtAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient AccountId account;

    UserAuthentication(Jwt token, Collection<? extends GrantedAuthority> authorities, AccountId account) {
        super(token, authorities);
        this.account = account;
    }

    /** The account that the token speaks for. */
    public AccountId account() {
        return account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserAuthentication another && another.account.equals(account) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + account.hashCode();
    }
}
