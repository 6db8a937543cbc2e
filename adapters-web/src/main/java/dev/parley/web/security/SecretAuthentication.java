package dev.parley.web.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Whoever has shown a secret that Parley gave out: a client session or an API key. The secret itself is not kept. */
final class SecretAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Object holder;

    SecretAuthentication(Object holder) {
        super(List.of());
        this.holder = holder;
        setAuthenticated(true);
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return holder;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretAuthentication another && another.holder.equals(holder);
    }

    @Override
    public int hashCode() {
        return holder.hashCode();
    }
}
